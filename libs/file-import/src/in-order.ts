export interface Ordering<Thing, Result> {
  /** Things under way at once. */
  readonly most: number
  /** Things of one key are worked on one after the other, as they came. */
  readonly keyOf: (thing: Thing) => string
  readonly work: (thing: Thing) => Promise<Result>
  /** After such a result the key's next thing waits until the consumer is done with it and asks for the next. */
  readonly holds: (result: Result) => boolean
}

interface UnderWay<Result> {
  readonly result: Promise<Result>
  readonly consumed: PromiseWithResolvers<void>
}

/** Works on many things at once and gives the results in the order of the things. */
export async function* inOrder<Thing, Result>(
  things: AsyncIterable<readonly Thing[]>,
  { most, keyOf, work, holds }: Ordering<Thing, Result>,
): AsyncGenerator<Result> {
  const lastOfKey = new Map<string, Promise<void>>()
  const start = (thing: Thing): UnderWay<Result> => {
    const consumed = Promise.withResolvers<void>()
    const key = keyOf(thing)
    const earlier = lastOfKey.get(key)
    const result = earlier ? earlier.then(() => work(thing)) : work(thing)
    const over = result.then((got) => (holds(got) ? consumed.promise : undefined))
    lastOfKey.set(key, over)
    const leave = (): void => {
      if (lastOfKey.get(key) === over) lastOfKey.delete(key)
    }
    // A failure is heard where the result is given out.
    over.then(leave, leave)
    consumed.promise.catch(() => {})
    return { result, consumed }
  }

  const underWay: UnderWay<Result>[] = []
  try {
    for await (const thing of singly(things)) {
      const first = underWay.length === most ? underWay[0] : undefined
      if (first) {
        yield await first.result
        first.consumed.resolve()
        underWay.shift()
      }
      underWay.push(start(thing))
    }
    for (const { result, consumed } of underWay) {
      yield await result
      consumed.resolve()
    }
  } finally {
    // Who still waits is not begun any more.
    for (const { consumed } of underWay) consumed.reject(new Error('the work was given up'))
    await Promise.allSettled(underWay.map(({ result }) => result))
  }
}

async function* singly<Thing>(pages: AsyncIterable<readonly Thing[]>): AsyncGenerator<Thing> {
  for await (const page of pages) yield* page
}
