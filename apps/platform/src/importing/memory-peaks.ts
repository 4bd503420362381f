const mebibyte = 2 ** 20

/** Peaks of the process's memory, by rows done: flat when an import keeps nothing of what it has read. */
export const memoryPeaks = (memory: () => number = () => process.memoryUsage.rss()) => {
  let peak = 0
  let next = 10_000
  const peaks: [rows: number, megabytes: number][] = []
  return {
    look: (rows: number): void => {
      peak = Math.max(peak, memory())
      while (rows >= next) {
        peaks.push([next, Math.round(peak / mebibyte)])
        next *= 10
      }
    },
    /** At 10,000 rows, at 100,000, and so on. */
    told: (): string => {
      const all = peaks.map(([rows, megabytes]) => `${megabytes} MB at ${rows.toLocaleString('en')} rows`)
      return [...all, `${Math.round(peak / mebibyte)} MB at the end`].join(', ')
    },
  }
}
