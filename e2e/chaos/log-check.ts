import { deepStrictEqual, ok } from 'node:assert/strict'
import { contextName } from '@concord/contracts'
import { keysAtHand, openSigningKeys } from '@concord/event-signing'
import { kafkaSettingsFrom } from '@concord/kafka'
import type { LogPage, Offset, Place } from '@concord/published-log'
import { kafkaPublishedLog } from '@concord/published-log-kafka'
import type { ChaosCity } from './chaos-city.js'
import { patiently } from './patiently.js'

export interface LogWatch {
  /** Everything that was put on the log since. */
  readonly sinceThen: () => Promise<readonly LogPage[]>
  readonly close: () => Promise<void>
}

/** Marks where the log ends now. */
export const watchLog = async ({ brokers, signingKeysFile }: ChaosCity): Promise<LogWatch> => {
  const keys = contextName.options.map(
    async (name) => [name, keysAtHand((await openSigningKeys(signingKeysFile(name))).published())] as const,
  )
  const keysOf = Object.fromEntries(await Promise.all(keys))
  const log = await kafkaPublishedLog({ settings: kafkaSettingsFrom({ KAFKA_BROKERS: brokers }), signWith: {}, keysOf })
  const topics = contextName.options
  const headsNow = async () => {
    const places = await log.places(topics)
    return new Map(await Promise.all(places.map(async (place) => [nameOf(place), (await log.ahead(place, 0n)).head] as const)))
  }
  const start = await patiently(headsNow)
  return {
    sinceThen: () =>
      patiently(async () => {
        const heads = await headsNow()
        const left = new Set([...heads].filter(([name, head]) => head > (start.get(name) ?? 0n)).map(([name]) => name))
        const pages: LogPage[] = []
        const done = new AbortController()
        if (left.size === 0) return pages
        const take = (page: LogPage): Promise<Offset> => {
          pages.push(page)
          if (page.offset >= (heads.get(nameOf(page)) ?? 0n)) left.delete(nameOf(page))
          if (left.size === 0) done.abort()
          return Promise.resolve(page.offset)
        }
        await log.follow(topics, { begin: (place) => Promise.resolve(start.get(nameOf(place)) ?? 0n), take }, done.signal)
        return pages
      }),
    close: () => log.close(),
  }
}

const nameOf = ({ topic, partition }: Place): string => `${topic} ${partition}`

/** Whatever a relay repeats, a person's events appear first in the order of their source, and none is missing. */
export const orderIsKept = (
  pages: readonly LogPage[],
  persons: readonly string[],
  wanted: Readonly<Record<string, readonly bigint[]>>,
): void => {
  const appeared = new Map<string, bigint[]>()
  for (const { topic, events } of pages) {
    for (const { person, position } of events) {
      if (!persons.includes(person)) continue
      const key = `${topic} ${person}`
      const known = appeared.get(key) ?? []
      appeared.set(key, known)
      if (known.includes(position)) continue
      ok(position > (known.at(-1) ?? 0n), `events of one person appear in order in ${topic}`)
      known.push(position)
    }
  }
  deepStrictEqual(Object.fromEntries(appeared), wanted, 'the log has every published event of these persons')
}
