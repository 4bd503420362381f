import type { ContextName } from '@concord/contracts'
import type { FeedEvent, FeedPage, Told } from './registry.js'
import type { Asks } from './start-city.js'

/** How a subscriber reads: the most it takes at once, and after how many milliseconds it loses every other connection, if ever. */
export interface Habit {
  readonly limit: number
  readonly losesConnectionAfter?: () => number
}

/** An agency's system that reads its feed from the first number on and asks after the last one it has, until it has enough. */
export const subscriber = async (
  { get }: Asks,
  agency: ContextName,
  { limit, losesConnectionAfter }: Habit,
  hasEnough: (last: number) => boolean,
): Promise<readonly FeedEvent[]> => {
  const handled: FeedEvent[] = []
  const last = (): number => handled.at(-1)?.number ?? 0
  for (let attempt = 0; !hasEnough(last()); attempt += 1) {
    const signal = losesConnectionAfter && attempt % 2 === 0 ? AbortSignal.timeout(losesConnectionAfter()) : null
    try {
      const { status, body } = await get(agency, `/registry/v1/events?after=${last()}&wait=2s&limit=${limit}`, { signal })
      if (status !== 200) throw new Error(`the feed answers ${status} ${JSON.stringify(body)}`)
      handled.push(...(body as FeedPage).events)
    } catch (error) {
      if (!signal?.aborted) throw error
    }
  }
  return handled
}

/** What a subscriber knows by then: of each person and purpose the last decision that it was told. */
export const fold = (events: readonly FeedEvent[]): ReadonlyMap<string, Told> =>
  new Map(events.map(({ person, purpose, decision }) => [`${person} ${purpose}`, decision]))
