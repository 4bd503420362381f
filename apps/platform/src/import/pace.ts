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

/** `42 s`, `3 min 20 s`, `2 h 5 min` */
export const durationTold = (seconds: number): string => {
  if (!Number.isFinite(seconds)) return '?'
  const whole = Math.round(seconds)
  const minutes = Math.floor(whole / 60)
  if (minutes === 0) return `${whole} s`
  return minutes < 60 ? `${minutes} min ${whole % 60} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`
}
