import type { Finding, StatusPeriod } from '../facts/finding.js'
import { validityOn } from '../facts/validity.js'
import { eachSourceOnce } from '../facts/source-ref.js'
import type { FindingBasis } from './decision.js'

/** A finding in force also rests on what bounds it: a renewal, or an end that is known already. */
export const basisOf = (finding: Finding, standing: StatusPeriod): FindingBasis => {
  const { run, end } = runOf(finding, standing)
  const { context, standard, record, grade, category, components, determinedOn, validities } = finding
  const validUntil = validityOn(validities, (run.at(-1) ?? standing).from)?.until
  return {
    context,
    standard,
    record,
    grade,
    ...(category === undefined ? {} : { category }),
    components,
    status: standing.status,
    determinedOn,
    ...(validUntil === undefined ? {} : { validUntil }),
    source: finding.source,
    sources: eachSourceOnce([finding, ...run, ...(standing.status === 'in-force' && end ? [end] : [])].map(({ source }) => source)),
  }
}

/** The unbroken time of one status from a period on, and the period that ends it. */
export const runOf = ({ periods }: Finding, standing: StatusPeriod) => {
  const rest = periods.slice(periods.indexOf(standing))
  const length = rest.findIndex(({ status }) => status !== standing.status)
  return { run: length < 0 ? rest : rest.slice(0, length), end: length < 0 ? undefined : rest[length] }
}
