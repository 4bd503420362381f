import { institutionCodeFrom, type PlainDate } from '@concord/standards'
import type { Asked, CertificateCommand, CertificateCommands } from './certificate.commands.js'
import type { About, CertificateEvent, DisputeBody, FreezingReason, RefusingReason } from './certificate.events.js'
import type { Component, Evaluation } from './evaluation.js'

/** One made-up certificate, in the words of its specification: what is asked, and what is recorded. */
export const day = (date: string): PlainDate => date as PlainDate
const first = '0190a5c2-7f6a-7c3e-9b1d-2f4e6a8c0b12'
export const second = '0190a5c2-7f6a-7c3e-9b1d-2f4e6a8c0b13'
export const person = { bornOn: day('1958-05-04'), householdRegion: '350203' }
export const hospital = institutionCodeFrom('12350200MB000001')

export const limb2: Evaluation = {
  category: 4,
  grade: 2,
  components: [{ category: 4, grade: 2 }],
  determinedOn: day('2026-03-10'),
  institution: hospital,
}
export const limb1: Evaluation = { ...limb2, grade: 1, components: [{ category: 4, grade: 1 }], determinedOn: day('2027-01-15') }
const sightAndLimb: readonly Component[] = [
  { category: 1, grade: 1 },
  { category: 4, grade: 3 },
]
export const multiple: Evaluation = { ...limb2, category: 7, grade: 1, components: sightAndLimb }
export const multipleLater: Evaluation = { ...multiple, determinedOn: day('2027-01-15') }

/** The commands that say nothing but which certificate and when. */
type Bare = { [Type in keyof CertificateCommands]: About extends CertificateCommands[Type] ? Type : never }[keyof CertificateCommands]

const about = (on: string, certificateId = first): About => ({ certificateId, on: day(on) })
export const ask = (type: Bare, on: string, certificateId = first): CertificateCommand => ({ type, ...about(on, certificateId) })
export const apply = (on: string, certificateId = first): Asked<'ApplyForCertificate'> => ({
  type: 'ApplyForCertificate',
  ...about(on, certificateId),
  ...person,
})
export const evaluate = (evaluation: Evaluation, designated = true): CertificateCommand => ({
  type: 'RecordEvaluation',
  ...about('2026-03-11'),
  evaluation,
  designated,
})
export const refusal = (reason: RefusingReason, on = '2026-03-23'): CertificateCommand => ({
  type: 'RefuseCertificate',
  ...about(on),
  reason,
})
export const regrade = (evaluation: Evaluation, designated = true): CertificateCommand => ({
  type: 'RegradeDisability',
  ...about('2027-01-20'),
  evaluation,
  designated,
})
export const move = (householdRegion: string): CertificateCommand => ({ type: 'MoveCertificate', ...about('2027-01-04'), householdRegion })
export const freeze = (reason: FreezingReason, on = '2027-01-04'): CertificateCommand => ({
  type: 'FreezeCertificate',
  ...about(on),
  reason,
})
export const cancel = (on: string): CertificateCommand => ({ type: 'CancelCertificate', ...about(on), reason: 'own-wish' })
export const conclude = (on: string, evaluation = limb2): CertificateCommand => ({ type: 'ConcludeDispute', ...about(on), evaluation })
export const renewal = (): CertificateCommand => ask('RenewCertificate', '2036-04-02')

type Data<Type extends CertificateEvent['type']> = Extract<CertificateEvent, { type: Type }>['data']

export const applied: CertificateEvent = { type: 'CertificateApplied', data: { ...about('2026-03-02'), ...person } }
export const appliedAgain = (on: string): CertificateEvent => ({ type: 'CertificateApplied', data: { ...about(on, second), ...person } })
export const accepted: CertificateEvent = { type: 'ApplicationAccepted', data: about('2026-03-04') }
export const evaluated = (evaluation: Evaluation): CertificateEvent => ({
  type: 'DisabilityEvaluated',
  data: { ...about('2026-03-11'), evaluation },
})
export const publicised: CertificateEvent = {
  type: 'EvaluationPublicised',
  data: { ...about('2026-03-13'), evaluation: limb2, noticeEndsOn: day('2026-03-20') },
}
export const objected: CertificateEvent = { type: 'NoticeObjectionRaised', data: about('2026-03-20') }
export const dismissed: CertificateEvent = { type: 'NoticeObjectionDismissed', data: about('2026-03-23') }
export const refused = (reason: RefusingReason, late: Partial<Data<'CertificateRefused'>> = {}): CertificateEvent => ({
  type: 'CertificateRefused',
  data: { ...about('2026-03-23'), reason, reviewedLate: false, ...late },
})
export const issued = (late: Partial<Data<'CertificateIssued'>> = {}): CertificateEvent => ({
  type: 'CertificateIssued',
  data: { ...about('2026-03-23'), evaluation: limb2, validUntil: day('2036-03-23'), reviewedLate: false, ...late },
})
export const onNotice = [applied, accepted, evaluated(limb2), publicised]
export const holding = [...onNotice, issued()]

export const renewed = (on: string, until: string): CertificateEvent => ({
  type: 'CertificateRenewed',
  data: { ...about(on), validUntil: day(until) },
})
export const reissued = (reissue: number, on = '2027-01-04'): CertificateEvent => ({
  type: 'CertificateReissued',
  data: { ...about(on), reissue },
})
export const regraded = (evaluation: Evaluation, on = '2027-01-20'): CertificateEvent => ({
  type: 'DisabilityRegraded',
  data: { ...about(on), evaluation },
})
export const movedTo = (householdRegion: string): CertificateEvent => ({
  type: 'CertificateMoved',
  data: { ...about('2027-01-04'), householdRegion },
})
export const frozen = (reason: FreezingReason, on = '2027-01-04'): CertificateEvent => ({
  type: 'CertificateFrozen',
  data: { ...about(on), reason },
})
export const unfrozen = (on: string): CertificateEvent => ({ type: 'CertificateUnfrozen', data: about(on) })
export const expired: CertificateEvent = { type: 'CertificateExpired', data: about('2036-03-24') }
export const cancelled: CertificateEvent = { type: 'CertificateCancelled', data: { ...about('2027-05-10'), reason: 'own-wish' } }
export const disputed = (before: DisputeBody, on = '2026-04-07'): CertificateEvent => ({
  type: 'EvaluationDisputed',
  data: { ...about(on), before },
})
export const concluded = (on: string, final: boolean): CertificateEvent => ({
  type: 'DisputeConcluded',
  data: { ...about(on), evaluation: limb2, final },
})
export const atCity = [...holding, disputed('city'), concluded('2026-05-06', false)]
export const final = [...atCity, disputed('province', '2026-05-19'), concluded('2026-06-30', true)]
