import { setTimeout as rest } from 'node:timers/promises'
import { contextName } from '@concord/contracts'
import { headPosition } from '@concord/event-store-postgres'
import { progressOf, runProjection } from '@concord/projections'
import { relay } from '@concord/published-log'
import { schemaOf } from '@concord/service-host'
import { type City, outboxOf } from './open-city.js'

const lookAgainMilliseconds = 200
const patienceMilliseconds = 60_000

/** How many contexts have events that are not on the log, and how many events on the log are not in the registry. */
const leftToDo = async ({ database, checkpoints, projection }: City): Promise<number> => {
  const unpublished = await Promise.all(
    contextName.options.map(async (name) => {
      const head = await headPosition(database, schemaOf(name))
      return (await checkpoints[name].load()) < head ? 1 : 0
    }),
  )
  const unapplied = (await progressOf(projection)).map(({ lag }) => lag)
  return [...unpublished, ...unapplied].reduce((sum, one) => sum + one, 0)
}

/** All that was recorded has reached the registry. @returns false when nothing moves any more, or the signal came, and something is left */
export const settled = async (city: City, say: (line: string) => void, signal?: AbortSignal): Promise<boolean> => {
  let least = Number.POSITIVE_INFINITY
  let since = performance.now()
  for (;;) {
    const left = await leftToDo(city)
    if (left === 0) return true
    if (left < least) {
      if (since < performance.now() - 1_000) say(`waiting for ${left} events to reach the registry …`)
      least = left
      since = performance.now()
    }
    if (signal?.aborted || performance.now() - since > patienceMilliseconds) return false
    await rest(lookAgainMilliseconds)
  }
}

/** Does the platform's background work for as long as `during` takes: for commands that run without a platform. */
export const withTheWorkDone = async <Result>(city: City, during: () => Promise<Result>): Promise<Result> => {
  const stopping = new AbortController()
  const work = [
    ...contextName.options.map((topic) => relay(outboxOf(city, topic), stopping.signal)),
    runProjection(city.projection, stopping.signal),
  ]
  const failed = new Promise<never>((_, reject) => {
    for (const one of work) one.catch(reject)
  })
  try {
    return await Promise.race([during(), failed])
  } finally {
    stopping.abort()
    await Promise.allSettled(work)
  }
}
