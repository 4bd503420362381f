import type { CertificateCommand } from './certificate.commands.js'
import type { CertificateEvent } from './certificate.events.js'

/** Whether a command asks for what was recorded last of its kind: each field that both know is the same, and nothing undid it since. */
export const isSaidAgain = (command: CertificateCommand, recorded: readonly CertificateEvent[]): boolean => {
  const kind = recordedAs[command.type]
  const last = recorded.findLast(({ type }) => type === kind || type === undoing[kind])
  return last?.type === kind && Object.entries(command).every(([field, value]) => says(last, field, value))
}

const says = ({ data }: CertificateEvent, field: string, value: unknown): boolean =>
  !(field in data) || isSame(value, Reflect.get(data, field))

/** What can go back and forth, maybe within a day. */
const undoing: Readonly<Partial<Record<CertificateEvent['type'], CertificateEvent['type']>>> = {
  NoticeObjectionRaised: 'NoticeObjectionDismissed',
  NoticeObjectionDismissed: 'NoticeObjectionRaised',
  CertificateFrozen: 'CertificateUnfrozen',
  CertificateUnfrozen: 'CertificateFrozen',
  EvaluationDisputed: 'DisputeConcluded',
  DisputeConcluded: 'EvaluationDisputed',
}

const recordedAs: Readonly<Record<CertificateCommand['type'], CertificateEvent['type']>> = {
  ApplyForCertificate: 'CertificateApplied',
  AcceptApplication: 'ApplicationAccepted',
  RecordEvaluation: 'DisabilityEvaluated',
  PubliciseEvaluation: 'EvaluationPublicised',
  RaiseNoticeObjection: 'NoticeObjectionRaised',
  DismissNoticeObjection: 'NoticeObjectionDismissed',
  RefuseCertificate: 'CertificateRefused',
  IssueCertificate: 'CertificateIssued',
  RenewCertificate: 'CertificateRenewed',
  ReissueCertificate: 'CertificateReissued',
  RegradeDisability: 'DisabilityRegraded',
  MoveCertificate: 'CertificateMoved',
  FreezeCertificate: 'CertificateFrozen',
  UnfreezeCertificate: 'CertificateUnfrozen',
  ExpireCertificate: 'CertificateExpired',
  CancelCertificate: 'CertificateCancelled',
  DisputeEvaluation: 'EvaluationDisputed',
  ConcludeDispute: 'DisputeConcluded',
}

/** By value: what comes back from a store keeps its fields, not their order. */
const isSame = (one: unknown, other: unknown): boolean => {
  if (!isComposed(one) || !isComposed(other)) return one === other
  return Object.keys({ ...one, ...other }).every((field) => isSame(Reflect.get(one, field), Reflect.get(other, field)))
}

const isComposed = (value: unknown): value is object => typeof value === 'object' && value !== null
