export type InTurn = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>

/** Work on one key is done in the order in which it was asked for; of all work only so much is under way at once. */
export const turns = (most: number): InTurn => {
  const lastOf = new Map<string, Promise<unknown>>()
  const seated = seats(most)
  return async (key, work) => {
    const before = lastOf.get(key)
    const mine = before === undefined ? seated(work) : before.then(() => seated(work))
    const done = mine.catch(() => {})
    lastOf.set(key, done)
    try {
      return await mine
    } finally {
      if (lastOf.get(key) === done) lastOf.delete(key)
    }
  }
}

const seats = (most: number) => {
  let taken = 0
  const waiting: (() => void)[] = []
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (taken < most) taken += 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else taken -= 1
    }
  }
}
