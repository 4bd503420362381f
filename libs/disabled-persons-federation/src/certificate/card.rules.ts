import { accept, refuse, type Decision } from '@concord/decider'
import { addDays, addYears } from '@concord/standards'
import { certificateTerms as terms } from './certificate-terms.js'
import type { Asked } from './certificate.commands.js'
import type { About, CardEvent } from './certificate.events.js'
import { refuseAt, type Card, type Certificate, type CertificateFile, type Standing } from './certificate.state.js'
import { flawIn, type EvaluationFlaw } from './evaluation.js'

export type CardRefusal =
  | Standing
  | EvaluationFlaw
  | 'renewal-too-early'
  | 'renewal-needs-evaluation'
  | 'renewal-unfreezes'
  | 'all-reissues-used'
  | 'hospital-not-designated'
  | 'dispute-open'
  | 'not-over-yet'

type Answer = Decision<CardEvent, CardRefusal>

const about = ({ certificateId, on }: About): About => ({ certificateId, on })

/** A renewal lifts a freeze that came from expiry; any other freeze is lifted by whoever set it. */
export const renew = (command: Asked<'RenewCertificate'>, { certificate }: CertificateFile): Answer => {
  if (!('card' in certificate) || isUnderCheck(certificate)) return refuseAt(certificate)
  const { validUntil, evaluation } = certificate.card
  if (command.on < addDays(validUntil, -terms.renewalDaysBefore)) return refuse('renewal-too-early')
  const isLate = command.on > addDays(validUntil, terms.renewalDaysAfter)
  if (isLate && evaluation.determinedOn <= validUntil) return refuse('renewal-needs-evaluation')
  const renewed: CardEvent = {
    type: 'CertificateRenewed',
    data: { ...about(command), validUntil: addYears(command.on, terms.validYears) },
  }
  return certificate.status === 'frozen'
    ? accept<CardEvent>({ type: 'CertificateUnfrozen', data: about(command) }, renewed)
    : accept(renewed)
}

export const reissue = (command: Asked<'ReissueCertificate'>, { certificate }: CertificateFile): Answer => {
  if (certificate.status !== 'valid') return refuseAt(certificate)
  const next = certificate.card.reissues + 1
  if (next > 9) return refuse('all-reissues-used')
  return accept({ type: 'CertificateReissued', data: { ...about(command), reissue: next } })
}

export const regrade = (command: Asked<'RegradeDisability'>, { certificate }: CertificateFile): Answer => {
  if (!('card' in certificate) || isUnderCheck(certificate)) return refuseAt(certificate)
  if (isDisputed(certificate.card)) return refuse('dispute-open')
  if (!command.designated) return refuse('hospital-not-designated')
  const flaw = flawIn(command.evaluation, { from: certificate.card.evaluation.determinedOn, until: command.on })
  if (flaw) return refuse(flaw)
  return accept({ type: 'DisabilityRegraded', data: { ...about(command), evaluation: command.evaluation } })
}

export const move = (command: Asked<'MoveCertificate'>, { certificate, householdRegion }: CertificateFile): Answer => {
  if (!('card' in certificate)) return refuseAt(certificate)
  if (command.householdRegion === householdRegion) return accept()
  return accept({ type: 'CertificateMoved', data: { ...about(command), householdRegion: command.householdRegion } })
}

/** Only what has expired is frozen for having expired; only what is valid is frozen for a check. */
export const freeze = (command: Asked<'FreezeCertificate'>, { certificate }: CertificateFile): Answer =>
  certificate.status === (command.reason === 'expired' ? 'expired' : 'valid')
    ? accept({ type: 'CertificateFrozen', data: { ...about(command), reason: command.reason } })
    : refuseAt(certificate)

export const unfreeze = (command: Asked<'UnfreezeCertificate'>, { certificate }: CertificateFile): Answer => {
  if (certificate.status !== 'frozen') return refuseAt(certificate)
  return isUnderCheck(certificate) ? accept({ type: 'CertificateUnfrozen', data: about(command) }) : refuse('renewal-unfreezes')
}

export const expire = (command: Asked<'ExpireCertificate'>, { certificate }: CertificateFile): Answer => {
  if (certificate.status !== 'valid') return refuseAt(certificate)
  if (command.on <= certificate.card.validUntil) return refuse('not-over-yet')
  return accept({ type: 'CertificateExpired', data: about(command) })
}

export const cancel = (command: Asked<'CancelCertificate'>, { certificate }: CertificateFile): Answer =>
  'card' in certificate
    ? accept({ type: 'CertificateCancelled', data: { ...about(command), reason: command.reason } })
    : refuseAt(certificate)

const isUnderCheck = (certificate: Certificate): boolean => certificate.status === 'frozen' && certificate.reason !== 'expired'

const isDisputed = ({ dispute }: Card): boolean => dispute.stage === 'before-city' || dispute.stage === 'before-province'
