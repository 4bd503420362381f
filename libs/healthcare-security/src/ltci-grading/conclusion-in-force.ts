import type { PlainDate } from '@concord/standards'
import type { LtciGrading } from './ltci-grading.state.js'

/** What a benefit may rest on, from `effectiveFrom` to and including `validUntil`. */
export interface ConclusionInForce {
  readonly assessmentId: string
  readonly grade: number
  readonly effectiveFrom: PlainDate
  readonly validUntil: PlainDate
}

/** Nothing while the conclusion is being re-evaluated: no benefit starts on a disputed grade. */
export const conclusionInForce = ({ standing }: LtciGrading): ConclusionInForce | undefined => {
  if (standing.status !== 'in-force' || standing.challenge === 're-evaluating') return undefined
  const { assessmentId, conclusion, effectiveFrom, validUntil } = standing
  return { assessmentId, grade: conclusion.grade, effectiveFrom, validUntil }
}
