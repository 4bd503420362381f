import { accept, refuse, type Decision } from '@concord/decider'
import { addWorkingDays, addYears, type PlainDate } from '@concord/standards'
import { certificateTerms as terms } from './certificate-terms.js'
import type { Asked } from './certificate.commands.js'
import type { About, ApplicationEvent, RefusingReason } from './certificate.events.js'
import { refuseAt, type Certificate, type CertificateFile, type Standing } from './certificate.state.js'
import { flawIn, type EvaluationFlaw } from './evaluation.js'

export type ApplicationRefusal =
  | Standing
  | EvaluationFlaw
  | 'certificate-id-used-before'
  | 'one-year-bar-after-cancellation'
  | 'born-after-application'
  | 'hospital-not-designated'
  | 'notice-over'
  | 'notice-not-over'
  | 'objection-open'
  | 'no-objection-open'

type Answer = Decision<ApplicationEvent, ApplicationRefusal>

const about = ({ certificateId, on }: About): About => ({ certificateId, on })

export const apply = (command: Asked<'ApplyForCertificate'>, { certificate, certificateIds }: CertificateFile): Answer => {
  const { bornOn, householdRegion, on } = command
  if (certificateIds.includes(command.certificateId)) return refuse('certificate-id-used-before')
  if (certificate.status === 'cancelled' && on < addYears(certificate.on, terms.barYears)) return refuse('one-year-bar-after-cancellation')
  if (!mayApplyAt.has(certificate.status)) return refuseAt(certificate)
  if (bornOn > on) return refuse('born-after-application')
  return accept({ type: 'CertificateApplied', data: { ...about(command), bornOn, householdRegion } })
}

const mayApplyAt: ReadonlySet<Certificate['status']> = new Set(['none', 'refused', 'cancelled'])

export const acceptApplication = (command: Asked<'AcceptApplication'>, { certificate }: CertificateFile): Answer =>
  certificate.status === 'applied' ? accept({ type: 'ApplicationAccepted', data: about(command) }) : refuseAt(certificate)

export const recordEvaluation = (command: Asked<'RecordEvaluation'>, { certificate }: CertificateFile): Answer => {
  if (certificate.status !== 'accepted') return refuseAt(certificate)
  if (!command.designated) return refuse('hospital-not-designated')
  const flaw = flawIn(command.evaluation, { from: certificate.on, until: command.on })
  if (flaw) return refuse(flaw)
  return accept({ type: 'DisabilityEvaluated', data: { ...about(command), evaluation: command.evaluation } })
}

export const publicise = (command: Asked<'PubliciseEvaluation'>, { certificate }: CertificateFile): Answer => {
  if (certificate.status !== 'evaluated') return refuseAt(certificate)
  const noticeEndsOn = addWorkingDays(command.on, terms.noticeWorkingDays)
  return accept({ type: 'EvaluationPublicised', data: { ...about(command), evaluation: certificate.evaluation, noticeEndsOn } })
}

export const raiseObjection = (command: Asked<'RaiseNoticeObjection'>, { certificate }: CertificateFile): Answer => {
  if (certificate.status !== 'on-notice') return refuseAt(certificate)
  if (command.on > certificate.noticeEndsOn) return refuse('notice-over')
  return accept({ type: 'NoticeObjectionRaised', data: about(command) })
}

export const dismissObjection = (command: Asked<'DismissNoticeObjection'>, { certificate }: CertificateFile): Answer => {
  if (certificate.status !== 'on-notice') return refuseAt(certificate)
  if (!certificate.objectionOpen) return refuse('no-objection-open')
  return accept({ type: 'NoticeObjectionDismissed', data: about(command) })
}

export const refuseCertificate = (command: Asked<'RefuseCertificate'>, { certificate }: CertificateFile): Answer => {
  if (!mayBeRefusedAt[command.reason].includes(certificate.status)) return refuseAt(certificate)
  const onNotice = certificate.status === 'on-notice' ? certificate : undefined
  if (command.reason === 'objection-upheld' && !onNotice?.objectionOpen) return refuse('no-objection-open')
  const reviewedLate = onNotice !== undefined && isLate(command.on, onNotice.noticeEndsOn)
  return accept({ type: 'CertificateRefused', data: { ...about(command), reason: command.reason, reviewedLate } })
}

/** Whether the standard is met is the hospital's finding, so nobody is refused on it before the evaluation can begin. */
const mayBeRefusedAt: Readonly<Record<RefusingReason, readonly Certificate['status'][]>> = {
  'standard-not-met': ['accepted', 'evaluated', 'on-notice'],
  'false-materials': ['applied', 'accepted', 'evaluated', 'on-notice'],
  'objection-upheld': ['on-notice'],
  withdrawn: ['applied', 'accepted', 'evaluated', 'on-notice'],
}

export const issue = (command: Asked<'IssueCertificate'>, { certificate }: CertificateFile): Answer => {
  if (certificate.status !== 'on-notice') return refuseAt(certificate)
  const { evaluation, noticeEndsOn, objectionOpen } = certificate
  if (command.on <= noticeEndsOn) return refuse('notice-not-over')
  if (objectionOpen) return refuse('objection-open')
  const validUntil = addYears(command.on, terms.validYears)
  const reviewedLate = isLate(command.on, noticeEndsOn)
  return accept({ type: 'CertificateIssued', data: { ...about(command), evaluation, validUntil, reviewedLate } })
}

const isLate = (on: PlainDate, noticeEndsOn: PlainDate): boolean => on > addWorkingDays(noticeEndsOn, terms.reviewWorkingDays)
