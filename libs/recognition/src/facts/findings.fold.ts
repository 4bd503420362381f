import { addDays, type PlainDate } from '@concord/standards'
import type { Finding, StatusPeriod } from './finding.js'
import { thatSay, type Said } from './statement.js'
import { standingOf, type Story } from './standing.js'
import { validitiesOf } from './validity.js'

/** Findings, each with what became of it over time, in the order in which they were recorded. */
export const findingsOf = (said: readonly Said[]): readonly Finding[] => {
  const determined = thatSay(said, 'determined')
  return determined.map((version) => {
    const marks = thatSay(said, 'marked').filter((mark) => isAbout(mark, version))
    const story = {
      version,
      marks,
      validities: validitiesOf(said, version),
      successors: determined.filter((later) => takesThePlace(later, version)),
    }
    return { ...version.determination, context: version.source.context, source: version.source, periods: periodsOf(story) }
  })
}

const isAbout = (mark: Said<'marked'>, { source, determination }: Said<'determined'>): boolean =>
  mark.source.context === source.context && mark.record === determination.record

/**
 * An agency's next finding under the same standard takes the place of the one before: one person has one grade a scheme. So does a
 * finding that names the record it replaces or determines the same record anew, even when it takes effect earlier. A finding on public
 * notice takes nobody's place.
 */
const takesThePlace = (later: Said<'determined'>, { determination: earlier, order }: Said<'determined'>): boolean => {
  const { standard, effectiveFrom, determinedOn, record, replaces } = later.determination
  if (standard !== earlier.standard || effectiveFrom === undefined || later.order === order) return false
  const start = earlier.effectiveFrom ?? earlier.determinedOn
  if (effectiveFrom !== start) return effectiveFrom > start || (namesIt() && isLater())
  return later.order > order

  function namesIt(): boolean {
    return replaces === earlier.record || record === earlier.record
  }
  function isLater(): boolean {
    return later.order > order && determinedOn >= earlier.determinedOn
  }
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
