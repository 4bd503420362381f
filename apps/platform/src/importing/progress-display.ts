import { Presets, SingleBar } from 'cli-progress'
import type { ImportProgress } from '@concord/file-import'
import { durationTold } from '@concord/service-kit'
import { paceOf } from './pace.js'

/** Shows how an import goes on. */
export interface ProgressDisplay {
  readonly show: (progress: ImportProgress, seconds: number) => void
  readonly end: () => void
}

const millisecondsBetweenLines = 5_000

/** A bar on a terminal, a line every few seconds elsewhere; on standard error, so that the summary stands alone. */
export const progressDisplay = (to: NodeJS.WriteStream = process.stderr): ProgressDisplay => (to.isTTY ? bar(to) : lines(to))

const bar = (stream: NodeJS.WriteStream): ProgressDisplay => {
  const format = ' {bar} {percent} % | {rows} rows | {rejected} rejected | {rate} rows/s | {left} left'
  const shown = new SingleBar({ stream, format, hideCursor: true, barsize: 30 }, Presets.shades_classic)
  shown.start(100, 0, { percent: 0, rows: 0, rejected: 0, rate: 0, left: '?' })
  return {
    show: (progress, seconds) => {
      const { percent, rowsPerSecond, secondsLeft } = paceOf(progress, seconds)
      const { rows, rejected } = progress
      shown.update(percent, { percent, rows, rejected, rate: rowsPerSecond, left: durationTold(secondsLeft) })
    },
    end: () => shown.stop(),
  }
}

const lines = (stream: NodeJS.WriteStream): ProgressDisplay => {
  let last = 0
  return {
    show: (progress, seconds) => {
      if ((seconds - last) * 1000 < millisecondsBetweenLines) return
      last = seconds
      const { percent, rowsPerSecond, secondsLeft } = paceOf(progress, seconds)
      stream.write(
        `${percent} %: ${progress.rows} rows, ${progress.rejected} rejected, ${rowsPerSecond} rows/s, ${durationTold(secondsLeft)} left\n`,
      )
    },
    end: () => {},
  }
}
