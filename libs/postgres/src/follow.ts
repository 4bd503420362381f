export interface Following<Row> {
  /** Rows after a place, in order; none when there are none yet. */
  readonly page: (after: bigint) => Promise<readonly Row[]>
  readonly placeOf: (row: Row) => bigint
  /** Calls `wake` when rows may have come, until the answer is called. May miss some: it is a hint. */
  readonly listen: (wake: () => void) => () => void
  /** The longest rest between two looks. */
  readonly pollMilliseconds: number
}

/** After news the next look comes soon: a commit that is late holds the horizon back for a moment, and nothing tells when it is over. */
const shortestRest = 2

/** Every row after a place, page by page, for ever; ends when the signal aborts. Looking is the truth, hints only make it sooner. */
export async function* follow<Row>(
  { page, placeOf, listen, pollMilliseconds }: Following<Row>,
  after: bigint,
  signal: AbortSignal,
): AsyncGenerator<readonly Row[]> {
  const bell = doorbell()
  const stopListening = listen(bell.ring)
  signal.addEventListener('abort', bell.ring)
  let rest = shortestRest
  try {
    while (!signal.aborted) {
      bell.silence()
      const rows = await page(after)
      const last = rows.at(-1)
      if (last !== undefined) {
        yield rows
        after = placeOf(last)
        rest = shortestRest
        continue
      }
      const rung = await bell.rungWithin(rest)
      rest = rung ? shortestRest : Math.min(rest * 2, pollMilliseconds)
    }
  } finally {
    stopListening()
    signal.removeEventListener('abort', bell.ring)
  }
}

const doorbell = () => {
  let rung = false
  let answer = (): void => {}
  return {
    ring: (): void => {
      rung = true
      answer()
    },
    silence: (): void => {
      rung = false
    },
    rungWithin: async (milliseconds: number): Promise<boolean> => {
      if (rung) return true
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds)
        answer = () => {
          clearTimeout(timer)
          resolve()
        }
      })
      return rung
    },
  }
}
