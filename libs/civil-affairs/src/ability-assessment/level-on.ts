import type { Gbt42195Level, PlainDate } from '@concord/standards'
import type { RecordId } from '../vocabulary.js'
import type { AbilityAssessments } from './ability-assessment.decider.js'

/** The level that an assessment gives on a day; none when it is unknown, revoked, replaced, expired or under review by then. */
export const levelOn = (assessments: AbilityAssessments, assessmentId: RecordId, on: PlainDate): Gbt42195Level | 'not-in-force' => {
  const counting = assessments.findLast(({ status, finding }) => status !== 'revoked' && finding.on <= on)
  if (counting?.finding.assessmentId !== assessmentId || counting.finding.validUntil < on) return 'not-in-force'
  return counting.status === 'under-review' && counting.requestedOn <= on ? 'not-in-force' : counting.finding.level
}
