import type { PlainDate } from '@concord/standards'
import type { FindingStatus, StatusPeriod, Validity } from './finding.js'
import type { Mark, Said } from './statement.js'
import { validityOn } from './validity.js'

/** All that was said about one finding. */
export interface Story {
  readonly version: Said<'determined'>
  readonly marks: readonly Said<'marked'>[]
  readonly validities: readonly Validity[]
  /** Findings that take its place, each from its own effect on. */
  readonly successors: readonly Said<'determined'>[]
}

type Standing = Omit<StatusPeriod, 'from'> | undefined

/**
 * What a finding is on a date. The first that applies is told: superseded, revoked or cancelled, not yet in force (disputed or
 * provisional), expired, frozen, disputed, in force.
 */
export const standingOf = (story: Story, date: PlainDate): Standing => {
  const { determinedOn, effectiveFrom } = story.version.determination
  if (date < determinedOn && (effectiveFrom === undefined || date < effectiveFrom)) return undefined
  for (const told of inOrder) {
    const standing = told(story, date)
    if (standing !== undefined) return standing
  }
  return undefined
}

const superseded = ({ successors }: Story, date: PlainDate): Standing => {
  const successor = successors.find(({ determination: { effectiveFrom } }) => effectiveFrom !== undefined && effectiveFrom <= date)
  return successor && { status: 'superseded', source: successor.source }
}

const endings: Partial<Record<Mark, FindingStatus>> = { revoked: 'revoked', cancelled: 'cancelled', refused: 'cancelled' }

const withdrawn = ({ marks }: Story, date: PlainDate): Standing => {
  const ending = marks.find(({ as, on, fromTheFirstDay }) => as in endings && (on <= date || fromTheFirstDay))
  const status = ending && endings[ending.as]
  return status && { status, source: ending.source }
}

const pending = (story: Story, date: PlainDate): Standing => {
  const { version, validities } = story
  const { effectiveFrom } = version.determination
  const isStanding = effectiveFrom !== undefined && effectiveFrom <= date && validityOn(validities, date) !== undefined
  return isStanding ? undefined : (disputed(story, date) ?? { status: 'provisional', source: version.source })
}

const expired = ({ validities }: Story, date: PlainDate): Standing => {
  const validity = validityOn(validities, date)
  return validity && validity.until < date ? { status: 'expired', source: validity.source } : undefined
}

const frozen = ({ marks }: Story, date: PlainDate): Standing => {
  const last = marks
    .filter(({ as, on }) => (as === 'frozen' || as === 'unfrozen') && on <= date)
    .toSorted(byDate)
    .at(-1)
  return last?.as === 'frozen' ? { status: 'frozen', source: last.source } : undefined
}

/** A dispute is about what was determined before it; what is determined after it answers it. */
const disputed = ({ version, marks }: Story, date: PlainDate): Standing => {
  const dispute = marks.find(({ as, on, order }) => as === 'disputed' && on <= date && order > version.order)
  return dispute && { status: 'disputed', source: dispute.source }
}

const inForce = ({ version, validities }: Story, date: PlainDate): Standing => ({
  status: 'in-force',
  source: validityOn(validities, date)?.source ?? version.source,
})

const byDate = (one: Said<'marked'>, other: Said<'marked'>): number =>
  Number(one.on > other.on) - Number(one.on < other.on) || one.order - other.order

const inOrder: readonly ((story: Story, date: PlainDate) => Standing)[] = [
  superseded,
  withdrawn,
  pending,
  expired,
  frozen,
  disputed,
  inForce,
]
