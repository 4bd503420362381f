import type { HealthcareSecurityEvent } from '@concord/contracts'
import type { Determination } from './finding.js'
import { annul, begin, end, mark, type DataOf, type Meaning, type Statement } from './statement.js'

/** What each event of 医保 says. */
export const healthcareSecurityFacts: Meaning<HealthcareSecurityEvent['type']> = {
  LtcInsuranceEnrolled: ({ on, bornOn, insuredRegion, insurance }) => [
    { says: 'born', on: bornOn },
    begin(on, { kind: 'enrolment', key: '', insurance }),
    begin(on, { kind: 'insured-region', key: '', region: insuredRegion }),
  ],
  LtcInsuranceTransferred: ({ on, insuredRegion }) => [begin(on, { kind: 'insured-region', key: '', region: insuredRegion })],
  LtcInsuranceLapsed: ({ on }) => [end(on, 'enrolment', ''), end(on, 'insured-region', '')],
  LtcConclusionPublicised: (data) => [{ says: 'determined', determination: conclusion(data) }],
  LtcNoticeObjectionRaised: ({ assessmentId, on }) => [mark(assessmentId, 'disputed', on)],
  LtcGradeConcluded: (data) => [effective(data)],
  LtcReEvaluationRequested: ({ assessmentId, on }) => [mark(assessmentId, 'disputed', on)],
  LtcReEvaluationConcluded: (data) => [effective(data)],
  LtcConclusionExpired: ({ assessmentId, on }) => [mark(assessmentId, 'ended-early', on)],
  LtcConclusionRevoked: ({ assessmentId, on, reason }) => [(reason === 'fraud' ? annul : mark)(assessmentId, 'revoked', on)],
  BenefitStarted: ({ benefitId, on, form, restsOn }) => [begin(on, { kind: 'benefit', key: benefitId, benefit: `ltci-${form}`, restsOn })],
  BenefitPaused: ({ benefitId, on, reason }) => [begin(on, { kind: 'benefit-pause', key: benefitId, reason })],
  BenefitResumed: ({ benefitId, on }) => [end(on, 'benefit-pause', benefitId)],
  BenefitEnded: ({ benefitId, on }) => [end(on, 'benefit', benefitId), end(on, 'benefit-pause', benefitId)],
}

type Conclusion = DataOf['LtcConclusionPublicised'] | DataOf['LtcGradeConcluded'] | DataOf['LtcReEvaluationConcluded']

const conclusion = (data: Conclusion): Determination => ({
  standard: data.standard,
  record: data.assessmentId,
  grade: data.grade,
  scores: { adl: data.adl, cognition: data.cognition, perception: data.perception },
  items: data.items,
  components: [],
  determinedOn: data.determinedOn,
  institution: data.institution,
  assessors: data.assessors,
})

const effective = (data: DataOf['LtcGradeConcluded'] | DataOf['LtcReEvaluationConcluded']): Statement => ({
  says: 'determined',
  determination: {
    ...conclusion(data),
    effectiveFrom: data.effectiveFrom,
    validUntil: data.validUntil,
    ...(data.replaces === undefined ? {} : { replaces: data.replaces }),
  },
})
