import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { repeatsRecordNothing, shareAccepted, specify } from '@concord/specify'
import { addDays, addMonths, institutionCodeFrom, type PlainDate } from '@concord/standards'
import { policyInForce } from '../policy/policy.js'
import type { AbilityAssessmentCommand } from './ability-assessment.commands.js'
import { abilityAssessment } from './ability-assessment.decider.js'
import { levelOn } from './level-on.js'
import type { AbilityAssessmentEvent, AbilityFinding, AssessmentReason } from './ability-assessment.events.js'

const decider = abilityAssessment(policyInForce.assessment)
const { given } = specify(decider)

describe('an ability assessment', () => {
  it('finds a level by the total of its items, for twelve months', () =>
    given()
      .when(assess(first, '2026-03-02'))
      .records(assessed(first, '2026-03-02', { total: 58, preliminary: 2, level: 2, validUntil: day('2027-03-02') })))
  it('is for persons of sixty and over', () => given().when(assess(first, '2010-06-14')).refuses('under-sixty'))
  it('needs a file that tells the age', () =>
    given()
      .when(assess(first, '2026-03-02', { bornOn: 'not-on-file' }))
      .refuses('file-needed'))
  it('is made on site', () =>
    given()
      .when(assess(first, '2026-03-02', { onSite: false }))
      .refuses('not-on-site'))
  it('is made by two assessors or more', () =>
    given()
      .when(assess(first, '2026-03-02', { assessors: ['A-001'] }))
      .refuses('two-assessors-needed'))
  it('is not made by one assessor named twice', () =>
    given()
      .when(assess(first, '2026-03-02', { assessors: ['A-001', 'A-001'] }))
      .refuses('two-assessors-needed'))
  it('keeps its id to itself', () => given(assessed(first, '2026-03-02')).when(assess(first, '2026-03-03')).refuses('assessment-id-used'))
})

describe('the adjustments of C.4', () => {
  it('make a coma the worst level at once', () =>
    given()
      .when(assess(first, '2026-03-02', { coma: true }))
      .records(assessed(first, '2026-03-02', { coma: true, level: 4, adjustments: ['coma'] })))
  it('make a disorder one level worse', () =>
    given()
      .when(assess(first, '2026-03-02', { dementiaOrMentalDisorder: true }))
      .records(assessed(first, '2026-03-02', { dementiaOrMentalDisorder: true, level: 3, adjustments: [disorder] })))
  it('make two care-risk events one level worse', () =>
    given()
      .when(assess(first, '2026-03-02', { careRiskEvents30Days: 2 }))
      .records(assessed(first, '2026-03-02', { careRiskEvents30Days: 2, level: 3, adjustments: ['care-risk-events'] })))
  it('add up', () =>
    given()
      .when(assess(first, '2026-03-02', both))
      .records(assessed(first, '2026-03-02', { ...both, ...bothFound, level: 4 })))
  it('do not add up where the place decides so', () =>
    specify(abilityAssessment({ ...policyInForce.assessment, stackAdjustments: false }))
      .given()
      .when(assess(first, '2026-03-02', both))
      .records(assessed(first, '2026-03-02', { ...both, ...bothFound, level: 3 })))
})

describe('a new assessment', () => {
  it('is not a first one again', () => given(before).when(assess(second, '2026-03-09')).refuses('assessed-before'))
  it('is not dated before the latest', () =>
    given(before)
      .when(assess(second, '2026-03-01', { reason: 'other' }))
      .refuses('older-than-latest-assessment'))
  it('is routine from a month before the old one ends, and replaces it', () =>
    given(before)
      .when(assess(second, '2027-02-02', { reason: 'routine' }))
      .records(assessed(second, '2027-02-02', { reason: 'routine', replaces: first })))
  it('is not routine before that', () =>
    given(before)
      .when(assess(second, '2027-02-01', { reason: 'routine' }))
      .refuses('routine-not-due'))
  it('is not routine where there was none', () =>
    given()
      .when(assess(first, '2026-03-02', { reason: 'routine' }))
      .refuses('not-assessed-yet'))
  it('is immediate at any time after a change: a diagnosis of dementia raises the level only so', () =>
    given(before)
      .when(assess(second, '2026-03-20', { reason: 'immediate', change: 'new-diagnosis', dementiaOrMentalDisorder: true }))
      .records(
        assessed(second, '2026-03-20', {
          reason: 'immediate',
          change: 'new-diagnosis',
          dementiaOrMentalDisorder: true,
          adjustments: [disorder],
          level: 3,
          replaces: first,
        }),
      ))
  it('is not immediate without a change', () =>
    given(before)
      .when(assess(second, '2026-03-20', { reason: 'immediate' }))
      .refuses('change-not-stated'))
  it('has another reason at any time', () =>
    given(before)
      .when(assess(second, '2026-03-20', { reason: 'other' }))
      .records(assessed(second, '2026-03-20', { reason: 'other', replaces: first })))
})

describe('a late record', () => {
  it('takes its place by its date and counts up to the day before the next assessment', () =>
    given(latest)
      .when(assess(third, '2025-10-01', late))
      .records(assessed(third, '2025-10-01', { ...late, validUntil: day('2026-03-01') })))
  it('counts no longer than twelve months where the next assessment came after that', () =>
    given(latest)
      .when(assess(third, '2025-01-01', late))
      .records(assessed(third, '2025-01-01', { ...late, validUntil: day('2026-01-01') })))
  it('replaces what stood before it', () =>
    given(assessed(first, '2025-04-01'), latest)
      .when(assess(third, '2025-10-01', { ...late, reason: 'routine' }))
      .records(assessed(third, '2025-10-01', { ...late, reason: 'routine', validUntil: day('2026-03-01'), replaces: first })))
  it('leaves the latest assessment the latest', () =>
    given(latest, assessed(third, '2025-10-01', { ...late, validUntil: day('2026-03-01') }))
      .when(requestReview(second, '2026-03-10'))
      .records(reviewRequested(second, '2026-03-10')))
  it('needs two assessors like any other', () =>
    given(latest)
      .when(assess(third, '2025-10-01', { ...late, assessors: ['A-001'] }))
      .refuses('two-assessors-needed'))
})

describe('a review', () => {
  it('is requested by a person who doubts the result', () => given(before).when(requestReview(first, '2026-03-10')).records(asked))
  it('is requested once', () => given(before, asked).when(requestReview(first, '2026-03-11')).refuses('review-requested-already'))
  it('is requested within the period', () => given(before).when(requestReview(first, '2026-04-02')).refuses('review-period-over'))
  it('is not requested before the assessment', () =>
    given(before).when(requestReview(first, '2026-03-01')).refuses('review-requested-before-assessment'))
  it('is not requested of an assessment that nobody knows', () =>
    given(before).when(requestReview(third, '2026-03-10')).refuses('assessment-unknown'))
  it('is not requested of a revoked assessment', () =>
    given(before, revoked(first, '2026-03-05')).when(requestReview(first, '2026-03-10')).refuses('assessment-revoked'))
  it('is not requested of a replaced assessment', () =>
    given(before, assessed(second, '2026-03-05', { reason: 'other' }))
      .when(requestReview(first, '2026-03-10'))
      .refuses('assessment-replaced'))
  it('is concluded by other assessors and replaces the first result', () =>
    given(before, asked)
      .when(assess(second, '2026-03-20', others))
      .records(assessed(second, '2026-03-20', { ...others, replaces: first })))
  it('is not concluded by an assessor of the first result', () =>
    given(before, asked)
      .when(assess(second, '2026-03-20', { ...others, assessors: ['B-001', 'A-001'] }))
      .refuses('review-by-same-assessors'))
  it('is not concluded unless requested', () =>
    given(before)
      .when(assess(second, '2026-03-20', others))
      .refuses('no-review-requested'))
  it('is not concluded before it was requested', () =>
    given(before, asked)
      .when(assess(second, '2026-03-09', others))
      .refuses('review-before-request'))
  it('is final', () =>
    given(before, asked, assessed(second, '2026-03-20', others))
      .when(requestReview(second, '2026-03-25'))
      .refuses('review-is-final'))
  it('is not evaded by an assessment for another reason', () =>
    given(before, asked)
      .when(assess(second, '2026-03-20', { reason: 'other' }))
      .refuses('review-pending'))
  it('does not hold up an immediate assessment, which replaces the doubted one', () =>
    given(before, asked)
      .when(assess(second, '2026-03-20', { reason: 'immediate', change: 'condition-worse' }))
      .records(assessed(second, '2026-03-20', { reason: 'immediate', change: 'condition-worse', replaces: first })))
})

describe('a revocation', () => {
  it('undoes an assessment', () => given(before).when(revoke(first, '2026-05-01')).records(revoked(first, '2026-05-01')))
  it('is made once', () => given(before, revoked(first, '2026-05-01')).when(revoke(first, '2026-05-02')).refuses('revoked-already'))
  it('is not dated before the assessment', () => given(before).when(revoke(first, '2026-03-01')).refuses('revoked-before-assessment'))
  it('needs an assessment', () => given().when(revoke(first, '2026-05-01')).refuses('assessment-unknown'))
  it('also undoes an assessment that was replaced since', () =>
    given(before, assessed(second, '2026-03-05', { reason: 'other' }))
      .when(revoke(first, '2026-05-01'))
      .records(revoked(first, '2026-05-01')))
  it('leaves the person to be assessed for the first time again', () =>
    given(before, revoked(first, '2026-05-01')).when(assess(second, '2026-05-10')).records(assessed(second, '2026-05-10')))
  it('leaves what was written, whoever repeats it', () =>
    given(before, revoked(first, '2026-05-01')).when(assess(first, '2026-03-02')).recordsNothing())
})

describe('the level on a day', () => {
  it('is found by the assessment', () => expect(levelAfter('2026-03-02')).toBe(2))
  it('holds to the last day of its validity', () => expect(levelAfter('2027-03-02')).toBe(2))
  it('ends with its validity', () => expect(levelAfter('2027-03-03')).toBe('not-in-force'))
  it('is not there before the assessment', () => expect(levelAfter('2026-03-01')).toBe('not-in-force'))
  it('ends with the next assessment', () =>
    expect(levelAfter('2026-05-01', assessed(second, '2026-05-01', { reason: 'other' }))).toBe('not-in-force'))
  it('does not count once a review is requested', () => expect(levelAfter('2026-03-10', asked)).toBe('not-in-force'))
  it('does not count when the assessment is revoked, whatever the day', () =>
    expect(levelAfter('2026-03-02', revoked(first, '2026-05-01'))).toBe('not-in-force'))
})

describe('the state', () => {
  it('holds the assessments in the order of their dates, however they became known', () =>
    expect(
      [assessed(second, '2026-03-02'), assessed(first, '2025-03-02', { lateRecord: true }), assessed(third, '2026-09-01')]
        .reduce(decider.evolve, decider.initial)
        .map(({ finding }) => finding.assessmentId),
    ).toEqual([first, second, third]))
})

describe('repeated commands', () => {
  it('record nothing', () => repeatsRecordNothing(decider, commands))
  it('are tried on histories of which a good part is accepted', () => expect(shareAccepted(decider, commands)).toBeGreaterThan(0.4))
})

const day = (date: string) => date as PlainDate

const first = '00000000-0000-4000-8000-000000000001'
const second = '00000000-0000-4000-8000-000000000002'
const third = '00000000-0000-4000-8000-000000000003'
const disorder = 'dementia-or-mental-disorder'

/** Needs help with all eight items of self-care and with nothing else: 58 of 90. */
const seen = {
  reason: 'first',
  items: [0, 0, 0, 0, 0, 0, 0, 0, 4, 4, 4, 3, 4, 4, 4, 4, 4, 4, 1, 1, 2, 2, 2, 4, 3, 4],
  coma: false,
  dementiaOrMentalDisorder: false,
  careRiskEvents30Days: 0,
  institution: institutionCodeFrom('12350200MB000001'),
  assessors: ['A-001', 'A-002'],
  lateRecord: false,
} as const

const assess = (
  assessmentId: string,
  on: string,
  more: Partial<Extract<AbilityAssessmentCommand, { type: 'ConcludeAssessment' }>> = {},
): AbilityAssessmentCommand => ({
  type: 'ConcludeAssessment',
  assessmentId,
  on: day(on),
  bornOn: day('1950-06-15'),
  onSite: true,
  ...seen,
  ...more,
})
const assessed = (assessmentId: string, on: string, more: Partial<AbilityFinding> = {}): AbilityAssessmentEvent => ({
  type: 'ElderAbilityAssessed',
  data: {
    assessmentId,
    on: day(on),
    ...seen,
    total: 58,
    preliminary: 2,
    level: 2,
    adjustments: [],
    effectiveFrom: day(on),
    validUntil: addMonths(day(on), 12),
    ...more,
  },
})
const requestReview = (assessmentId: string, on: string): AbilityAssessmentCommand => ({
  type: 'RequestReview',
  assessmentId,
  on: day(on),
})
const reviewRequested = (assessmentId: string, on: string): AbilityAssessmentEvent => ({
  type: 'AbilityReviewRequested',
  data: { assessmentId, on: day(on) },
})
const revoke = (assessmentId: string, on: string): AbilityAssessmentCommand => ({
  type: 'RevokeAssessment',
  assessmentId,
  on: day(on),
  reason: 'error',
})
const revoked = (assessmentId: string, on: string): AbilityAssessmentEvent => ({
  type: 'AbilityAssessmentRevoked',
  data: { assessmentId, on: day(on), reason: 'error' },
})

const levelAfter = (on: string, ...then: AbilityAssessmentEvent[]) =>
  levelOn([before, ...then].reduce(decider.evolve, decider.initial), first, day(on))

const before = assessed(first, '2026-03-02')
const both = { dementiaOrMentalDisorder: true, careRiskEvents30Days: 2 }
const bothFound = { adjustments: [disorder, 'care-risk-events'] } as const
const late = { lateRecord: true } as const
const latest = assessed(second, '2026-03-02', { reason: 'routine', replaces: first })
const asked = reviewRequested(first, '2026-03-10')
const others = { reason: 'review', assessors: ['B-001', 'B-002'] } as const

// The later the id, the later the day, so that most come in turn; few ids, so that they are repeated, doubted and revoked.
const place = fc.integer({ min: 1, max: 20 })
const idOf = (place: number) => `00000000-0000-4000-8000-${place.toString().padStart(12, '0')}`
const dayOf = (place: number, later: number) => addDays(day('2024-01-01'), place * 40 + later)
const reason = fc.constantFrom<AssessmentReason>('first', 'routine', 'immediate', 'immediate', 'review', 'other')
const assessment = fc.tuple(place, reason, fc.boolean(), fc.boolean()).map(([place, reason, lateRecord, others]) =>
  assess(idOf(place), dayOf(place, 0), {
    reason,
    lateRecord,
    ...(reason === 'immediate' && { change: 'condition-worse' as const }),
    assessors: others ? ['B-001', 'B-002'] : ['A-001', 'A-002'],
  }),
)
const request = fc.tuple(place, fc.integer({ min: 1, max: 2 })).map(([place, later]) => requestReview(idOf(place), dayOf(place, later)))
const revocation = fc.tuple(place, fc.integer({ min: 30, max: 31 })).map(([place, later]) => revoke(idOf(place), dayOf(place, later)))
const commands = fc.oneof({ weight: 6, arbitrary: assessment }, { weight: 2, arbitrary: request }, { weight: 1, arbitrary: revocation })
