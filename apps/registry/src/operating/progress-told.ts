import { durationTold } from '@concord/service-kit'
import { inColumns } from './in-columns.js'
import type { PlaceReport, ProgressReport, ProjectionReport } from './progress.js'

/** The report for people. @param typed how commands are typed here */
export const progressTold = ({ projections, oldestOpenTransaction: oldest }: ProgressReport, typed: string): string =>
  [...projections.map((report) => projectionTold(report, typed)), transactionTold(oldest)].join('\n\n')

const projectionTold = ({ projection, version, parkedPersons, places }: ProjectionReport, typed: string): string =>
  [
    `${projection}${version === 'rebuild' ? ', rebuilt beside the live one' : ''}: ${parkedTold(parkedPersons, typed)}`,
    ...inColumns([heads, ...places.map(cellsOf)]).map((line) => `  ${line}`),
  ].join('\n')

const heads = ['topic', 'partition', 'position', 'offset', 'head', 'events behind', 'time behind']

const cellsOf = ({ topic, partition, position, offset, head, eventsBehind, secondsBehind }: PlaceReport): readonly string[] => [
  topic,
  String(partition),
  position,
  offset,
  head,
  String(eventsBehind),
  secondsBehind === null ? 'nothing applied yet' : durationTold(secondsBehind),
]

const parkedTold = (parked: number, typed: string): string => {
  if (parked === 0) return 'nobody is parked'
  return `${parked} parked; "${typed} parked list" names them`
}

const transactionTold = (oldest: ProgressReport['oldestOpenTransaction']): string => {
  if (oldest === null) return 'no transaction is open that has written something'
  const { pid, application, state, ageSeconds, heldBack } = oldest
  const who = [application, state].filter((word) => word !== '').join(', ')
  return (
    `the oldest open transaction that has written something: process ${pid} (${who}), since ${durationTold(ageSeconds)}; ` +
    `nobody sees what the ${heldBack} transactions after it wrote until it ends`
  )
}
