import { healthcareSecurityEvent } from '@concord/contracts'
import { codecOf } from '@concord/event-store'
import type { BenefitEvent, Conclusion, EnrolmentEvent, LtciGradingEvent } from '@concord/healthcare-security'
import { publishing, type Translate } from '@concord/service-kit'
import { benefitNames } from '../benefit/benefit.codec.js'
import { enrolmentNames } from '../enrolment/enrolment.codec.js'
import { ltciGradingNames } from '../ltci-grading/ltci-grading.codec.js'

/** All that 医保 records, whichever stream it stands in. */
export type RecordedHealthcareSecurityEvent = EnrolmentEvent | LtciGradingEvent | BenefitEvent

const codec = codecOf<RecordedHealthcareSecurityEvent>({ ...enrolmentNames, ...ltciGradingNames, ...benefitNames })

/** What the contract does not name stays at home. */
const translate: Translate<'healthcare-security', RecordedHealthcareSecurityEvent> = (event) => {
  const told = inTheContractsWords(event)
  return told && healthcareSecurityEvent.parse(told)
}

/** A conclusion is told from its public notice on; how it came about stays with the agency. */
const inTheContractsWords: Translate<'healthcare-security', RecordedHealthcareSecurityEvent> = (event) => {
  switch (event.type) {
    case 'LtcInsuranceEnrolled':
    case 'LtcInsuranceTransferred':
    case 'LtcInsuranceLapsed':
    case 'BenefitStarted':
    case 'BenefitPaused':
    case 'BenefitResumed':
    case 'BenefitEnded':
      return event
    case 'ConclusionPublicised':
      return { type: 'LtcConclusionPublicised', data: { ...conclusion(event.data), noticeEndsOn: event.data.noticeEndsOn } }
    case 'NoticeObjectionRaised':
      return { type: 'LtcNoticeObjectionRaised', data: event.data }
    case 'GradeConcluded':
      return { type: 'LtcGradeConcluded', data: effective(event.data) }
    case 'ReEvaluationRequested':
      return { type: 'LtcReEvaluationRequested', data: event.data }
    case 'ReEvaluationConcluded':
      return { type: 'LtcReEvaluationConcluded', data: effective(event.data) }
    case 'ConclusionExpired':
      return { type: 'LtcConclusionExpired', data: event.data }
    case 'ConclusionRevoked':
      return { type: 'LtcConclusionRevoked', data: event.data }
    case 'SelfAssessmentSubmitted':
    case 'LtcAssessmentApplied':
    case 'ApplicationAccepted':
    case 'ApplicationRefused':
    case 'ApplicationWithdrawn':
    case 'AssessorsAssigned':
    case 'AssessorRecused':
    case 'OnsiteAssessmentCompleted':
    case 'ConclusionConfirmed':
    case 'NoticeObjectionDismissed':
      return undefined
  }
}

type Told<Type> = Extract<RecordedHealthcareSecurityEvent, { type: Type }>['data']

const conclusion = (told: { readonly assessmentId: string; readonly conclusion: Conclusion }) => {
  const { items, assessors, ...rest } = told.conclusion
  return { assessmentId: told.assessmentId, ...rest, items: [...items], assessors: [...assessors] }
}

/** A conclusion takes effect on the day of its delivery. */
const effective = (told: Told<'GradeConcluded' | 'ReEvaluationConcluded'>) => ({
  ...conclusion(told),
  effectiveFrom: told.on,
  validUntil: told.validUntil,
  ...(told.replaces === undefined ? {} : { replaces: told.replaces }),
})

/** What 医保 tells the others of what it recorded. */
export const toPublishedEvent = publishing('healthcare-security', codec, translate)
