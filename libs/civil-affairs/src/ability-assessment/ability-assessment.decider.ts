import { accept, refuse, type Decider, type Decision } from '@concord/decider'
import { addDays, type PlainDate } from '@concord/standards'
import type { Policy } from '../policy/policy.js'
import { sameFacts } from '../same-facts.js'
import type { RecordId } from '../vocabulary.js'
import type { AbilityAssessmentCommand } from './ability-assessment.commands.js'
import type { AbilityAssessmentEvent, AbilityFinding, Assessed, RevocationReason } from './ability-assessment.events.js'
import { outOfTurn, unsound, type OutOfTurn, type Unsound } from './ability-assessment.rules.js'
import { findingOf } from './finding.js'

/** 老年人能力评估 of one person, in the order of their dates; the last that is not revoked is the one that counts. */
export type AbilityAssessments = readonly Assessment[]

type Assessment =
  | { readonly status: 'standing'; readonly finding: AbilityFinding }
  /** A request lapses when another assessment replaces this one. */
  | { readonly status: 'under-review'; readonly finding: AbilityFinding; readonly requestedOn: PlainDate }
  /** What it had replaced does not come back: the person is to be assessed again. */
  | { readonly status: 'revoked'; readonly finding: AbilityFinding; readonly on: PlainDate; readonly reason: RevocationReason }

export type AbilityAssessmentRefusal =
  | Unsound
  | OutOfTurn
  | 'assessment-id-used'
  | 'assessment-unknown'
  | 'assessment-revoked'
  | 'assessment-replaced'
  | 'review-requested-already'
  | 'review-is-final'
  | 'review-requested-before-assessment'
  | 'review-period-over'
  | 'revoked-already'
  | 'revoked-before-assessment'

export const abilityAssessment = (
  policy: Policy['assessment'],
): Decider<AbilityAssessmentCommand, AbilityAssessments, AbilityAssessmentEvent, AbilityAssessmentRefusal> => ({
  initial: [],

  decide: (command, assessments) => {
    switch (command.type) {
      case 'ConcludeAssessment':
        return conclude(command, assessments, policy)
      case 'RequestReview':
        return requestReview(command, assessments, policy)
      case 'RevokeAssessment':
        return revoke(command, assessments)
    }
  },

  evolve: (assessments, { type, data }) => {
    switch (type) {
      case 'ElderAbilityAssessed':
        return [...assessments.filter(upTo(data.on)), { status: 'standing', finding: data }, ...assessments.filter(after(data.on))]
      case 'AbilityReviewRequested':
        return change(assessments, data.assessmentId, ({ finding }) => ({ status: 'under-review', finding, requestedOn: data.on }))
      case 'AbilityAssessmentRevoked':
        return change(assessments, data.assessmentId, ({ finding }) => ({ status: 'revoked', finding, on: data.on, reason: data.reason }))
    }
  },
})

type Asked<Type> = Extract<AbilityAssessmentCommand, { type: Type }>
type Answer = Decision<AbilityAssessmentEvent, AbilityAssessmentRefusal>

const conclude = (asked: Asked<'ConcludeAssessment'>, assessments: AbilityAssessments, policy: Policy['assessment']): Answer => {
  const known = withId(assessments, asked.assessmentId)
  if (known) return sameFacts<Assessed>(known.finding, asked, told) ? accept() : refuse('assessment-id-used')
  const standing = assessments.filter(isStanding)
  const refusal = unsound(asked, policy) ?? outOfTurn(asked, standing.at(-1), policy)
  if (refusal) return refuse(refusal)
  const neighbours = { before: standing.findLast(upTo(asked.on))?.finding, next: standing.find(after(asked.on))?.finding }
  return accept({ type: 'ElderAbilityAssessed', data: findingOf(asked, neighbours, policy) })
}

const requestReview = (
  { assessmentId, on }: Asked<'RequestReview'>,
  assessments: AbilityAssessments,
  policy: Policy['assessment'],
): Answer => {
  const assessment = withId(assessments, assessmentId)
  switch (assessment?.status) {
    case undefined:
      return refuse('assessment-unknown')
    case 'revoked':
      return refuse('assessment-revoked')
    case 'under-review':
      return assessment.requestedOn === on ? accept() : refuse('review-requested-already')
    case 'standing': {
      if (assessment !== assessments.findLast(isStanding)) return refuse('assessment-replaced')
      const refusal = notReviewable(assessment.finding, on, policy)
      return refusal ? refuse(refusal) : accept({ type: 'AbilityReviewRequested', data: { assessmentId, on } })
    }
  }
}

const notReviewable = (finding: AbilityFinding, on: PlainDate, { reviewWithinDays }: Policy['assessment']) => {
  if (finding.reason === 'review') return 'review-is-final'
  if (on < finding.on) return 'review-requested-before-assessment'
  return on > addDays(finding.on, reviewWithinDays) ? 'review-period-over' : undefined
}

const revoke = ({ assessmentId, on, reason }: Asked<'RevokeAssessment'>, assessments: AbilityAssessments): Answer => {
  const assessment = withId(assessments, assessmentId)
  if (!assessment) return refuse('assessment-unknown')
  if (assessment.status === 'revoked') return assessment.on === on && assessment.reason === reason ? accept() : refuse('revoked-already')
  if (on < assessment.finding.on) return refuse('revoked-before-assessment')
  return accept({ type: 'AbilityAssessmentRevoked', data: { assessmentId, on, reason } })
}

const told = [
  'on',
  'reason',
  'change',
  'items',
  'coma',
  'dementiaOrMentalDisorder',
  'careRiskEvents30Days',
  'institution',
  'assessors',
  'lateRecord',
] as const

const isStanding = (assessment: Assessment): assessment is Exclude<Assessment, { status: 'revoked' }> => assessment.status !== 'revoked'

const upTo =
  (on: PlainDate) =>
  ({ finding }: Assessment): boolean =>
    finding.on <= on

const after =
  (on: PlainDate) =>
  ({ finding }: Assessment): boolean =>
    finding.on > on

const withId = (assessments: AbilityAssessments, id: RecordId): Assessment | undefined =>
  assessments.find(({ finding }) => finding.assessmentId === id)

const change = (assessments: AbilityAssessments, id: RecordId, to: (assessment: Assessment) => Assessment): AbilityAssessments =>
  assessments.map((assessment) => (assessment.finding.assessmentId === id ? to(assessment) : assessment))
