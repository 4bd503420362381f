import { addDays, addMonths, scoreGbt42195 } from '@concord/standards'
import type { Policy } from '../policy/policy.js'
import type { AbilityFinding, Assessed } from './ability-assessment.events.js'

/** The assessments of the same person that stand just before and after, by their dates. */
interface Neighbours {
  readonly before: AbilityFinding | undefined
  readonly next: AbilityFinding | undefined
}

/**
 * What an assessment finds: its level after C.4, and how long it counts. It replaces the one before it; where a later one is known
 * already (a late record), it counts up to the day before that one.
 */
export const findingOf = (asked: Assessed, { before, next }: Neighbours, policy: Policy['assessment']): AbilityFinding => {
  const { total, preliminary, level, levelWithoutStacking, adjustments } = scoreGbt42195(asked)
  const due = addMonths(asked.on, policy.validMonths)
  const replaced = next && addDays(next.on, -1)
  return {
    ...assessedOf(asked),
    total,
    preliminary,
    level: policy.stackAdjustments ? level : levelWithoutStacking,
    adjustments,
    effectiveFrom: asked.on,
    validUntil: replaced && replaced < due ? replaced : due,
    ...(before && { replaces: before.assessmentId }),
  }
}

/** Of a command, what is recorded: neither its name nor what only its rules needed. */
const assessedOf = (asked: Assessed): Assessed => ({
  assessmentId: asked.assessmentId,
  on: asked.on,
  reason: asked.reason,
  ...(asked.change && { change: asked.change }),
  items: asked.items,
  coma: asked.coma,
  dementiaOrMentalDisorder: asked.dementiaOrMentalDisorder,
  careRiskEvents30Days: asked.careRiskEvents30Days,
  institution: asked.institution,
  assessors: asked.assessors,
  lateRecord: asked.lateRecord,
})
