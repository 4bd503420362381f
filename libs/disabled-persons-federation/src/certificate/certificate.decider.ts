import { accept, refuse, type Decider, type Decision } from '@concord/decider'
import * as application from './application.rules.js'
import * as card from './card.rules.js'
import type { Asked, CertificateCommand, CertificateCommands } from './certificate.commands.js'
import type { CertificateEvent } from './certificate.events.js'
import { evolve } from './certificate.evolve.js'
import type { CertificateFile } from './certificate.state.js'
import * as dispute from './dispute.rules.js'
import { isSaidAgain } from './repeat.js'

export type CertificateRefusal =
  | application.ApplicationRefusal
  | card.CardRefusal
  | dispute.DisputeRefusal
  | 'not-the-current-certificate'
  | 'earlier-than-the-last-record'

/** 残疾人证: all applications and certificates of one person, of which one at most can stand. */
export const certificate: Decider<CertificateCommand, CertificateFile, CertificateEvent, CertificateRefusal> = {
  initial: { certificate: { status: 'none' }, certificateIds: [], householdRegion: undefined, recorded: [] },

  decide: (command, file) => {
    if (isSaidAgain(command, file.recorded)) return accept()
    const last = file.recorded.at(-1)
    if (last && command.on < last.data.on) return refuse('earlier-than-the-last-record')
    const isAboutCurrent = command.type === 'ApplyForCertificate' || command.certificateId === file.certificateIds.at(-1)
    return isAboutCurrent ? decideByRule(command, file) : refuse('not-the-current-certificate')
  },

  evolve,
}

type Answer = Decision<CertificateEvent, CertificateRefusal>

const rules: { readonly [Type in keyof CertificateCommands]: (command: Asked<Type>, file: CertificateFile) => Answer } = {
  ApplyForCertificate: application.apply,
  AcceptApplication: application.acceptApplication,
  RecordEvaluation: application.recordEvaluation,
  PubliciseEvaluation: application.publicise,
  RaiseNoticeObjection: application.raiseObjection,
  DismissNoticeObjection: application.dismissObjection,
  RefuseCertificate: application.refuseCertificate,
  IssueCertificate: application.issue,
  RenewCertificate: card.renew,
  ReissueCertificate: card.reissue,
  RegradeDisability: card.regrade,
  MoveCertificate: card.move,
  FreezeCertificate: card.freeze,
  UnfreezeCertificate: card.unfreeze,
  ExpireCertificate: card.expire,
  CancelCertificate: card.cancel,
  DisputeEvaluation: dispute.raise,
  ConcludeDispute: dispute.conclude,
}

const decideByRule = <Type extends keyof CertificateCommands>(command: Asked<Type>, file: CertificateFile): Answer =>
  rules[command.type](command, file)
