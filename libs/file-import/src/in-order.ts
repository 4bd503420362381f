export interface Ordering<Thing, Result> {
  /** Things under way at once. */
  readonly most: number
  /** Things of one key are worked on one after the other, as they came. */
  readonly keyOf: (thing: Thing) => string
  readonly work: (thing: Thing) => Promise<Result>
}

/** Works on many things at once and gives the results in the order of the things. */
export async function* inOrder<Thing, Result>(
  things: AsyncIterable<readonly Thing[]>,
  { most, keyOf, work }: Ordering<Thing, Result>,
): AsyncGenerator<Result> {
  const lastOfKey = new Map<string, Promise<Result>>()
  const start = (thing: Thing): Promise<Result> => {
    const key = keyOf(thing)
    const earlier = lastOfKey.get(key)
    const result = earlier ? earlier.then(() => work(thing)) : work(thing)
    lastOfKey.set(key, result)
    const leave = (): void => {
      if (lastOfKey.get(key) === result) lastOfKey.delete(key)
    }
    // A failure is heard where the result is given out.
    result.then(leave, leave)
    return result
  }

  const underWay: Promise<Result>[] = []
  try {
    for await (const thing of singly(things)) {
      const first = underWay.length === most ? underWay.shift() : undefined
      if (first) yield await first
      underWay.push(start(thing))
    }
    for (const result of underWay) yield await result
  } finally {
    await Promise.allSettled(underWay)
  }
}

async function* singly<Thing>(pages: AsyncIterable<readonly Thing[]>): AsyncGenerator<Thing> {
  for await (const page of pages) yield* page
}
