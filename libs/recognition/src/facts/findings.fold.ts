import { addDays, type PlainDate } from '@concord/standards'
import type { Finding, StatusPeriod } from './finding.js'
import { thatSay, type Said } from './statement.js'
import { standingOf, type Story } from './standing.js'
import { validitiesOf } from './validity.js'

type Version = Said<'determined'>

/** Findings, each with what became of it over time, in the order in which they were recorded. */
export const findingsOf = (said: readonly Said[]): readonly Finding[] => {
  const determined = thatSay(said, 'determined')
  return determined.map((version) =>
    findingOf({
      version,
      marks: thatSay(said, 'marked').filter((mark) => isAbout(mark, version)),
      validities: validitiesOf(said, version),
      successors: determined.filter((later) => takesThePlace(later, version)),
    }),
  )
}

const findingOf = (story: Story): Finding => {
  const { determination, source } = story.version
  return { ...determination, context: source.context, source, validities: story.validities, periods: periodsOf(story) }
}

const isAbout = (mark: Said<'marked'>, { source, determination }: Version): boolean =>
  mark.source.context === source.context && mark.record === determination.record

/**
 * An agency's next finding under the same standard takes the place of the one before: one person has one grade a scheme. So does a
 * finding that names the record it replaces or determines the same record anew, even when it takes effect earlier. A finding on public
 * notice takes nobody's place.
 */
const takesThePlace = (later: Version, earlier: Version): boolean =>
  replaces(later, earlier) || (startsAfter(later, earlier) && !replaces(earlier, later))

/** Recorded later, it names the other's record, and was not determined before it. */
const replaces = ({ determination: later, order }: Version, { determination: earlier, order: before }: Version): boolean =>
  later.effectiveFrom !== undefined &&
  order > before &&
  later.determinedOn >= earlier.determinedOn &&
  (later.record === earlier.record || later.replaces === earlier.record)

const startsAfter = ({ determination: later, order }: Version, { determination: earlier, order: before }: Version): boolean => {
  if (later.standard !== earlier.standard || later.effectiveFrom === undefined) return false
  const start = earlier.effectiveFrom ?? earlier.determinedOn
  return later.effectiveFrom === start ? order > before : later.effectiveFrom > start
}

/** The dates on which anything may change, each with its status; what stays the same is told once. */
const periodsOf = (story: Story): readonly StatusPeriod[] => {
  const periods: StatusPeriod[] = []
  for (const from of turningDates(story)) {
    const standing = standingOf(story, from)
    const last = periods.at(-1)
    if (standing !== undefined && !(last?.status === standing.status && last.source === standing.source))
      periods.push({ from, ...standing })
  }
  return periods
}

const turningDates = ({ version, marks, validities, successors }: Story): readonly PlainDate[] => {
  const { determinedOn, effectiveFrom = determinedOn } = version.determination
  const dates = [
    determinedOn,
    effectiveFrom,
    ...marks.map(({ on }) => on),
    ...validities.flatMap(({ from, until }) => [from, addDays(until, 1)]),
    ...successors.flatMap(({ determination }) => determination.effectiveFrom ?? []),
  ]
  return [...new Set(dates)].toSorted()
}
