import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { repeatsRecordNothing, shareAccepted, specify } from '@concord/specify'
import { institutionCodeFrom, type PlainDate } from '@concord/standards'
import type { HealthAssessmentCommand } from './health-assessment.commands.js'
import { healthAssessment, visitsStillDue } from './health-assessment.decider.js'
import type { HealthAssessmentEvent } from './health-assessment.events.js'

const { given } = specify(healthAssessment)

type Assess = Extract<HealthAssessmentCommand, { type: 'AssessDisabledElder' }>
const institution = institutionCodeFrom('12350200MB000001')
const entitled = { bornOn: '1940-05-05' as PlainDate, disabled: true, livesAtHome: true }

const assess = (assessmentId: string, on: string, but: Partial<Assess> = {}): Assess => ({
  type: 'AssessDisabledElder',
  assessmentId,
  on: on as PlainDate,
  institution,
  ...entitled,
  ...but,
})
const assessed = (assessmentId: string, on: string, validUntil: string): HealthAssessmentEvent => ({
  type: 'DisabledElderHealthAssessed',
  data: { assessmentId, on: on as PlainDate, validUntil: validUntil as PlainDate, institution },
})
const visit = (assessmentId: string, visitId: string, on: string): HealthAssessmentCommand => ({
  type: 'RecordHomeVisit',
  assessmentId,
  visitId,
  on: on as PlainDate,
})
const visited = (assessmentId: string, visitId: string, on: string): HealthAssessmentEvent => ({
  type: 'HomeVisitMade',
  data: { assessmentId, visitId, on: on as PlainDate },
})

describe('a health assessment', () => {
  it('counts for one year', () =>
    given()
      .when(assess('A', '2026-03-02'))
      .records(assessed('A', '2026-03-02', '2027-03-02')))
  it('is for persons of 65 and over', () =>
    given()
      .when(assess('A', '2026-03-02', { bornOn: '1961-03-02' as PlainDate }))
      .records(assessed('A', '2026-03-02', '2027-03-02')))
  it('is not for younger persons', () =>
    given()
      .when(assess('A', '2026-03-02', { bornOn: '1961-03-03' as PlainDate }))
      .refuses('younger-than-65'))
  it('needs a health record, which tells the age', () =>
    given()
      .when(assess('A', '2026-03-02', { bornOn: null }))
      .refuses('health-record-needed'))
  it('is for disabled persons only', () =>
    given()
      .when(assess('A', '2026-03-02', { disabled: false }))
      .refuses('not-disabled'))
  it('is for persons at home only', () =>
    given()
      .when(assess('A', '2026-03-02', { livesAtHome: false }))
      .refuses('not-living-at-home'))

  it('is made once in a calendar year', () =>
    given(assessed('A', '2026-03-02', '2027-03-02'))
      .when(assess('B', '2026-12-31'))
      .refuses('assessed-this-year-already'))
  it('may be made again early in the next year', () =>
    given(assessed('A', '2026-03-02', '2027-03-02'))
      .when(assess('B', '2027-01-04'))
      .records(assessed('B', '2027-01-04', '2028-01-04')))
  it('may be recorded late, for a year before', () =>
    given(assessed('A', '2026-03-02', '2027-03-02'))
      .when(assess('B', '2025-06-01'))
      .records(assessed('B', '2025-06-01', '2026-06-01')))
  it('hears the same assessment twice and records it once', () =>
    given(assessed('A', '2026-03-02', '2027-03-02'))
      .when(assess('A', '2026-03-02'))
      .recordsNothing())
  it('has an id of its own', () =>
    given(assessed('A', '2026-03-02', '2027-03-02'))
      .when(assess('A', '2027-03-02'))
      .refuses('assessment-id-used-already'))

  it('records nothing for any repeated command', () => repeatsRecordNothing(healthAssessment, commands))
  it('is tried on commands of which many are accepted', () => expect(shareAccepted(healthAssessment, commands)).toBeGreaterThan(0.4))
})

describe('a home visit', () => {
  const assessment = assessed('A', '2026-03-02', '2027-03-02')

  it('is made under an assessment', () =>
    given(assessment)
      .when(visit('A', 'v', '2026-06-01'))
      .records(visited('A', 'v', '2026-06-01')))
  it('needs the assessment', () =>
    given(assessment)
      .when(visit('B', 'v', '2026-06-01'))
      .refuses('assessment-unknown'))
  it('may be made on the day of the assessment', () =>
    given(assessment)
      .when(visit('A', 'v', '2026-03-02'))
      .records(visited('A', 'v', '2026-03-02')))
  it('is not made before it', () =>
    given(assessment)
      .when(visit('A', 'v', '2026-03-01'))
      .refuses('visit-before-assessment'))
  it('may be made on the last day of its year', () =>
    given(assessment)
      .when(visit('A', 'v', '2027-03-02'))
      .records(visited('A', 'v', '2027-03-02')))
  it('is not made after its year', () =>
    given(assessment)
      .when(visit('A', 'v', '2027-03-03'))
      .refuses('visit-after-assessment-expired'))
  it('is heard twice and recorded once', () =>
    given(assessment, visited('A', 'v', '2026-06-01'))
      .when(visit('A', 'v', '2026-06-01'))
      .recordsNothing())
  it('has an id of its own', () =>
    given(assessment, visited('A', 'v', '2026-06-01'))
      .when(visit('A', 'v', '2026-09-01'))
      .refuses('visit-id-used-already'))
  it('does not count under two assessments', () =>
    given(assessment, assessed('B', '2027-01-04', '2028-01-04'), visited('A', 'v', '2027-02-01'))
      .when(visit('B', 'v', '2027-02-01'))
      .refuses('visit-id-used-already'))

  it('is due twice in the year of an assessment, and more is welcome', () => {
    const history = [assessment, visited('A', '1', '2026-06-01'), visited('A', '2', '2026-09-01'), visited('A', '3', '2026-12-01')]
    const due = [1, 2, 3, 4].map((length) => history.slice(0, length).reduce(healthAssessment.evolve, []).map(visitsStillDue))
    expect(due).toEqual([[2], [1], [0], [0]])
  })
})

const years = fc.constantFrom(2024, 2025, 2026)
const commands: fc.Arbitrary<HealthAssessmentCommand> = fc.oneof(
  years.map((year) => assess(`of ${year}`, `${year}-03-02`)),
  fc
    .tuple(years, fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
    .map(([year, number, month]) => visit(`of ${year}`, `${year}/${number}`, `${year}-0${month}-15`)),
)
