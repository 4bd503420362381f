import { describe, expect, it } from '@jest/globals'
import { publishedEvent } from '@concord/contracts'
import { type Json, UnknownEvent } from '@concord/event-store'
import { publishedBy, recorded } from '@concord/service-kit/testing'
import { institutionCodeFrom } from '@concord/standards'
import { type RecordedHealthcareSecurityEvent, toPublishedEvent } from './to-published-event.js'

type EventName = RecordedHealthcareSecurityEvent['type']

const assessmentId = '3f0e8a52-6c2e-4c3f-8a55-0b6c2d0a7c11'
const replaces = '3f0e8a52-6c2e-4c3f-8a55-0b6c2d0a7c12'
const benefitId = '3f0e8a52-6c2e-4c3f-8a55-0b6c2d0a7c13'
const on = '2026-03-23'
const validUntil = '2028-03-22'
const conclusion = {
  standard: 'ltci-2021',
  grade: 3,
  adl: 0,
  cognition: 16,
  perception: 12,
  determinedOn: '2026-03-12',
  items: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 4, 4, 4, 4, 4],
  institution: institutionCodeFrom('12350200MB000001'),
  assessors: ['P-001', 'E-001', 'E-002'],
}
const enrolled = { on, bornOn: '1940-05-05', insuredRegion: '350203', insurance: 'employee' }
const started = { benefitId, on, form: 'home', restsOn: assessmentId }
const inForce = { assessmentId, ...conclusion, effectiveFrom: on, validUntil }

/** What stays with the agency, and what is told under which name: the compiler misses none. */
const told: Record<EventName, 'private' | { readonly from: Json; readonly as: { readonly type: string; readonly data: Json } }> = {
  LtcInsuranceEnrolled: { from: enrolled, as: { type: 'LtcInsuranceEnrolled', data: enrolled } },
  LtcInsuranceTransferred: asItIs('LtcInsuranceTransferred', { on, insuredRegion: '350211' }),
  LtcInsuranceLapsed: asItIs('LtcInsuranceLapsed', { on }),
  SelfAssessmentSubmitted: 'private',
  LtcAssessmentApplied: 'private',
  ApplicationAccepted: 'private',
  ApplicationRefused: 'private',
  ApplicationWithdrawn: 'private',
  AssessorsAssigned: 'private',
  AssessorRecused: 'private',
  OnsiteAssessmentCompleted: 'private',
  ConclusionConfirmed: 'private',
  ConclusionPublicised: {
    from: { assessmentId, on: '2026-03-13', conclusion, noticeEndsOn: '2026-03-20' },
    as: { type: 'LtcConclusionPublicised', data: { assessmentId, ...conclusion, noticeEndsOn: '2026-03-20' } },
  },
  NoticeObjectionRaised: { from: { assessmentId, on }, as: { type: 'LtcNoticeObjectionRaised', data: { assessmentId, on } } },
  NoticeObjectionDismissed: 'private',
  GradeConcluded: {
    from: { assessmentId, on, conclusion, validUntil, overdue: true, replaces },
    as: { type: 'LtcGradeConcluded', data: { ...inForce, replaces } },
  },
  ReEvaluationRequested: { from: { assessmentId, on }, as: { type: 'LtcReEvaluationRequested', data: { assessmentId, on } } },
  ReEvaluationConcluded: {
    from: { assessmentId, on, conclusion, validUntil },
    as: { type: 'LtcReEvaluationConcluded', data: inForce },
  },
  ConclusionExpired: { from: { assessmentId, on }, as: { type: 'LtcConclusionExpired', data: { assessmentId, on } } },
  ConclusionRevoked: {
    from: { assessmentId, on, reason: 'fraud' },
    as: { type: 'LtcConclusionRevoked', data: { assessmentId, on, reason: 'fraud' } },
  },
  BenefitStarted: { from: { ...started, grade: 3 }, as: { type: 'BenefitStarted', data: started } },
  BenefitPaused: asItIs('BenefitPaused', { benefitId, on, reason: 'in-hospital' }),
  BenefitResumed: asItIs('BenefitResumed', { benefitId, on }),
  BenefitEnded: asItIs('BenefitEnded', { benefitId, on, reason: 'own-wish' }),
}

describe('what healthcare-security publishes', () => {
  it.each(Object.entries(told).filter(([, telling]) => telling === 'private'))('%s stays with the agency', (type) =>
    expect(toPublishedEvent(recorded(type, {}))).toBeUndefined(),
  )

  it.each(Object.entries(told).flatMap(([type, telling]) => (telling === 'private' ? [] : [{ type, ...telling }])))(
    '$type is told as the contract has it',
    ({ type, from, as }) => {
      const published = toPublishedEvent(recorded(type, from))
      expect(published).toEqual(publishedBy('healthcare-security', as))
      expect(publishedEvent.parse(published)).toEqual(published)
    },
  )

  it('tells a first conclusion as one that replaces nothing', () => {
    const published = toPublishedEvent(recorded('GradeConcluded', { assessmentId, on, conclusion, validUntil, overdue: false }))
    expect(published?.data).toEqual(inForce)
  })

  it('never tells what the contract does not name', () => {
    const published = toPublishedEvent(recorded('ConclusionExpired', { assessmentId, on, note: 'the person moved in with the family' }))
    expect(published?.data).toEqual({ assessmentId, on })
  })

  it('stops at an event that it does not know', () => expect(() => toPublishedEvent(recorded('GradeGuessed', {}))).toThrow(UnknownEvent))
})

function asItIs(type: EventName, data: Json) {
  return { from: data, as: { type, data } }
}
