import { accept, refuse, type Decider, type Decision } from '@concord/decider'
import type { PlainDate } from '@concord/standards'
import type { DeathCertificateCommand } from './death-certificate.commands.js'
import type { DeathCertificateEvent } from './death-certificate.events.js'

/** 居民死亡医学证明: none, as certified, as corrected since, or withdrawn because the person lives. */
export type DeathCertificate =
  | { readonly status: 'none' }
  | { readonly status: 'certified'; readonly diedOn: PlainDate; readonly on: PlainDate }
  | { readonly status: 'corrected'; readonly diedOn: PlainDate; readonly on: PlainDate }
  | { readonly status: 'person-lives'; readonly on: PlainDate }

export type DeathCertificateRefusal =
  | 'death-certified-already'
  | 'certified-before-death'
  | 'certified-before-last-correction'
  | 'no-death-certificate'
  | 'corrected-before-last-entry'
  | 'corrected-before-death'
  | 'correction-changes-nothing'

export const deathCertificate: Decider<DeathCertificateCommand, DeathCertificate, DeathCertificateEvent, DeathCertificateRefusal> = {
  initial: { status: 'none' },

  decide: (command, certificate) => {
    switch (command.type) {
      case 'CertifyDeath':
        return certify(command, certificate)
      case 'CorrectDeathCertificate':
        return correct(command, certificate)
    }
  },

  evolve: (_certificate, { type, data }) => {
    switch (type) {
      case 'DeathCertified':
        return { status: 'certified', diedOn: data.diedOn, on: data.certifiedOn }
      case 'DeathCertificateCorrected':
        return data.diedOn === null ? { status: 'person-lives', on: data.on } : { status: 'corrected', diedOn: data.diedOn, on: data.on }
    }
  },
}

type Asked<Type> = Extract<DeathCertificateCommand, { type: Type }>
type Answer = Decision<DeathCertificateEvent, DeathCertificateRefusal>

const certify = ({ diedOn, certifiedOn }: Asked<'CertifyDeath'>, certificate: DeathCertificate): Answer => {
  if (isInForce(certificate)) {
    const same = certificate.status === 'certified' && certificate.diedOn === diedOn && certificate.on === certifiedOn
    return same ? accept() : refuse('death-certified-already')
  }
  if (certifiedOn < diedOn) return refuse('certified-before-death')
  if (certificate.status === 'person-lives' && certifiedOn < certificate.on) return refuse('certified-before-last-correction')
  return accept({ type: 'DeathCertified', data: { diedOn, certifiedOn } })
}

const correct = ({ on, diedOn }: Asked<'CorrectDeathCertificate'>, certificate: DeathCertificate): Answer => {
  if (isLastCorrection(certificate, on, diedOn)) return accept()
  if (!isInForce(certificate)) return refuse('no-death-certificate')
  if (on < certificate.on) return refuse('corrected-before-last-entry')
  if (diedOn === certificate.diedOn) return refuse('correction-changes-nothing')
  if (diedOn !== null && on < diedOn) return refuse('corrected-before-death')
  return accept({ type: 'DeathCertificateCorrected', data: { on, diedOn } })
}

type InForce = Extract<DeathCertificate, { readonly diedOn: PlainDate }>
const isInForce = (certificate: DeathCertificate): certificate is InForce => 'diedOn' in certificate

const isLastCorrection = (certificate: DeathCertificate, on: PlainDate, diedOn: PlainDate | null): boolean => {
  if (certificate.status === 'corrected') return certificate.on === on && certificate.diedOn === diedOn
  return certificate.status === 'person-lives' && certificate.on === on && diedOn === null
}
