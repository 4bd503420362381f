import { addMonths, type PlainDate } from '@concord/standards'
import { tooYoung, type Applicant } from '../eligibility.js'
import type { Policy } from '../policy/policy.js'
import type { AbilityFinding, Assessed } from './ability-assessment.events.js'

export type Unsound = 'file-needed' | 'under-sixty' | 'not-on-site' | 'two-assessors-needed'

/** What every assessment needs, whenever it becomes known. */
export const unsound = (
  { on, bornOn, onSite, assessors }: Assessed & Pick<Applicant, 'bornOn'> & { readonly onSite: boolean },
  { minimumAge }: Policy['assessment'],
): Unsound | undefined => {
  const unfit = tooYoung({ bornOn }, on, minimumAge)
  if (unfit) return unfit
  if (!onSite) return 'not-on-site'
  return new Set(assessors).size < 2 ? 'two-assessors-needed' : undefined
}

export type OutOfTurn =
  | 'older-than-latest-assessment'
  | 'assessed-before'
  | 'not-assessed-yet'
  | 'routine-not-due'
  | 'change-not-stated'
  | 'review-pending'
  | 'no-review-requested'
  | 'review-before-request'
  | 'review-by-same-assessors'

/** The assessment that counts, as its successor needs to know it. */
export type Latest =
  | { readonly status: 'standing'; readonly finding: AbilityFinding }
  | { readonly status: 'under-review'; readonly finding: AbilityFinding; readonly requestedOn: PlainDate }

/**
 * Whether an assessment may follow the latest one for its reason. A late record was concluded in its own time, and the order in which
 * records arrive says nothing about it: it always may.
 */
export const outOfTurn = (asked: Assessed, latest: Latest | undefined, policy: Policy['assessment']): OutOfTurn | undefined => {
  if (asked.lateRecord) return undefined
  if (!latest) return needsAnother.has(asked.reason) ? 'not-assessed-yet' : undefined
  if (asked.on < latest.finding.on) return 'older-than-latest-assessment'
  switch (asked.reason) {
    case 'first':
      return 'assessed-before'
    case 'routine':
      return pending(latest) ?? notDue(asked, latest, policy)
    case 'immediate':
      return asked.change ? undefined : 'change-not-stated'
    case 'review':
      return notThisReview(asked, latest)
    case 'other':
      return pending(latest)
  }
}

const needsAnother: ReadonlySet<Assessed['reason']> = new Set(['routine', 'immediate', 'review'])

/** Who asked for other assessors is not answered by the same ones under another name; a change of condition does not wait. */
const pending = ({ status }: Latest) => (status === 'under-review' ? 'review-pending' : undefined)

const notDue = ({ on }: Assessed, { finding }: Latest, { routineOpensMonthsBefore }: Policy['assessment']) =>
  on < addMonths(finding.validUntil, -routineOpensMonthsBefore) ? 'routine-not-due' : undefined

const notThisReview = ({ on, assessors }: Assessed, latest: Latest) => {
  if (latest.status === 'standing') return 'no-review-requested'
  if (on < latest.requestedOn) return 'review-before-request'
  return assessors.some((assessor) => latest.finding.assessors.includes(assessor)) ? 'review-by-same-assessors' : undefined
}
