import type { ImportSummary } from '@concord/file-import'
import { durationTold } from '@concord/service-kit'

/** What became of a file, for the person who imported it. */
export const summaryTold = (summary: ImportSummary, rejects: string, seconds: number): string => {
  const { rows, rejected, resumedAt, recorded, reasons, finished } = summary
  if (finished && rows === 0) return 'finished: the file has no rows'
  const rate = Math.round((rows - resumedAt) / Math.max(seconds, 0.001))
  const wasKnown = recorded === 0 && rows > rejected
  const told = [
    `${finished ? 'finished' : 'stopped; the same command goes on from here'}: ` +
      `${rows} rows, ${rows - rejected} taken, ${rejected} rejected; ${recorded} events recorded${wasKnown ? ', all of these were recorded already' : ''}`,
    `${durationTold(seconds)}, ${rate} rows/s${resumedAt > 0 ? `, after ${resumedAt} rows of an earlier run` : ''}`,
  ]
  if (rejected === 0) return told.join('\n')
  const byReason = Object.entries(reasons)
    .toSorted(([, one], [, other]) => other - one)
    .map(([reason, count]) => `  ${reason}: ${count}`)
  return [...told, `rejected rows are in ${rejects}, by reason:`, ...byReason].join('\n')
}
