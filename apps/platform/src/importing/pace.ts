import type { ImportProgress } from '@concord/file-import'

/** How fast an import goes and how long it will still take, as far as can be told from the part that was read. */
export interface Pace {
  readonly percent: number
  readonly rowsPerSecond: number
  readonly secondsLeft: number
}

/** @param seconds since this run began */
export const paceOf = ({ rows, resumedAt, bytesRead, bytes }: ImportProgress, seconds: number): Pace => {
  const share = bytes === 0 ? 1 : bytesRead / bytes
  const rowsPerSecond = seconds > 0 ? (rows - resumedAt) / seconds : 0
  const rowsLeft = share > 0 ? rows / share - rows : 0
  return {
    percent: Math.floor(share * 100),
    rowsPerSecond: Math.round(rowsPerSecond),
    secondsLeft: rowsPerSecond > 0 ? Math.ceil(rowsLeft / rowsPerSecond) : Number.POSITIVE_INFINITY,
  }
}
