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
  done: boolean
}

/** Works on many things at once and gives the results in the order of the things, together those that are there together. */
export async function* inOrder<Thing, Result>(
  things: AsyncIterable<readonly Thing[]>,
  { most, ...how }: Ordering<Thing, Result>,
): AsyncGenerator<readonly Result[]> {
  const start = starter(how)
  const underWay: UnderWay<Result>[] = []
  try {
    for await (const thing of singly(things)) {
      if (underWay.length === most) yield* giveOut(underWay)
      underWay.push(start(thing))
    }
    while (underWay.length > 0) yield* giveOut(underWay)
  } finally {
    // Who still waits is not begun any more.
    for (const { consumed } of underWay) consumed.reject(new Error('the work was given up'))
    await Promise.allSettled(underWay.map(({ result }) => result))
  }
}

const starter = <Thing, Result>({ keyOf, work, holds }: Omit<Ordering<Thing, Result>, 'most'>) => {
  const lastOfKey = new Map<string, Promise<void>>()
  return (thing: Thing): UnderWay<Result> => {
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
    const begun: UnderWay<Result> = { result, consumed, done: false }
    result.then(() => (begun.done = true)).catch(() => {})
    return begun
  }
}

/** Waits for the first; those behind it that are done go along. */
async function* giveOut<Result>(underWay: UnderWay<Result>[]): AsyncGenerator<readonly Result[]> {
  await underWay[0]?.result
  const waited = underWay.findIndex(({ done }) => !done)
  const over = underWay.slice(0, waited === -1 ? underWay.length : waited)
  yield await Promise.all(over.map(({ result }) => result))
  for (const { consumed } of over) consumed.resolve()
  underWay.splice(0, over.length)
}

async function* singly<Thing>(pages: AsyncIterable<readonly Thing[]>): AsyncGenerator<Thing> {
  for await (const page of pages) yield* page
}
