import { randomUUID } from 'node:crypto'
import { type ContextName, publishedEvent, type PublishedEvent } from '@concord/contracts'
import { personId, type PersonId } from '@concord/identity'

/** A made-up person. */
export const somebody = (): PersonId => personId.parse(randomUUID().replaceAll('-', ''))

/** What agencies publish about persons; positions count up in each agency. */
export interface Lives {
  /** 医保: enrolled, and graded as severe. */
  readonly graded: (person: PersonId) => readonly PublishedEvent[]
  /** 医保: the conclusion is taken back. */
  readonly revoked: (person: PersonId) => PublishedEvent
  /** 民政: level 3, until the end of January 2027. */
  readonly assessed: (person: PersonId) => PublishedEvent
  /** One source alone reports a death, and takes it back. */
  readonly died: (person: PersonId) => PublishedEvent
  readonly undied: (person: PersonId) => PublishedEvent
}

export const publishedLives = (): Lives => {
  const positions = new Map<ContextName, bigint>()
  const assessments = new Map<PersonId, string>()
  const said = (context: ContextName, person: PersonId, type: string, data: object): PublishedEvent => {
    const position = (positions.get(context) ?? 0n) + 1n
    positions.set(context, position)
    return publishedEvent.parse({ context, id: randomUUID(), person, position, recordedAt, correlationId: 'spec', type, data })
  }
  const assessmentOf = (person: PersonId): string => {
    const id = assessments.get(person) ?? randomUUID()
    assessments.set(person, id)
    return id
  }
  return {
    graded: (person) => [
      said('healthcare-security', person, 'LtcInsuranceEnrolled', enrolment),
      said('healthcare-security', person, 'LtcGradeConcluded', { ...conclusion, assessmentId: assessmentOf(person) }),
    ],
    revoked: (person) =>
      said('healthcare-security', person, 'LtcConclusionRevoked', {
        assessmentId: assessmentOf(person),
        on: '2026-03-02',
        reason: 'fraud',
      }),
    assessed: (person) => said('civil-affairs', person, 'ElderAbilityAssessed', { ...assessment, assessmentId: randomUUID() }),
    died: (person) => said('civil-affairs', person, 'DeathReported', { diedOn: '2026-03-01', reportedOn: '2026-03-02' }),
    undied: (person) => said('civil-affairs', person, 'DeathReportWithdrawn', { on: '2026-03-02' }),
  }
}

const recordedAt = '2026-03-02T01:00:00.000Z'

const enrolment = { on: '2020-01-01', bornOn: '1944-05-06', insuredRegion: '350203', insurance: 'resident' }

const conclusion = {
  standard: 'ltci-2021',
  grade: 4,
  adl: 20,
  cognition: 3,
  perception: 8,
  items: [0, 5, 0, 5, 5, 0, 5, 0, 0, 0, 1, 1, 1, 0, 3, 3, 2],
  determinedOn: '2026-02-01',
  institution: '91350200643272501Y',
  assessors: ['A-1', 'E-1', 'E-2'],
  effectiveFrom: '2026-03-01',
  validUntil: '2027-02-28',
}

const assessment = {
  standard: 'gbt-42195-2022',
  reason: 'first',
  items: [1, 4, 3, 2, 2, 3, 4, 4, 3, 2, 2, 3, 1, 4, 2, 1, 4, 3, 1, 1, 2, 2, 2, 4, 3, 2],
  total: 65,
  preliminary: 3,
  level: 3,
  adjustments: [],
  determinedOn: '2026-02-01',
  institution: '91350200643272501Y',
  assessors: ['A-1', 'A-2'],
  effectiveFrom: '2026-02-01',
  validUntil: '2027-01-31',
}
