import { deepStrictEqual } from 'node:assert/strict'
import { setTimeout as rest } from 'node:timers/promises'
import type { Database } from '@concord/postgres'
import type { ChaosCity } from './chaos-city.js'

interface Line {
  readonly agency: string
  readonly number: string
  readonly person: string
  readonly purpose: string
  readonly answer: string
}

/** A subscriber of all agencies' feeds, who reads what is new the moment that it is there. */
export interface FeedWatch {
  /** Fails when something that was read is not there any more, or is something else. */
  readonly stillStands: () => Promise<void>
  readonly close: () => Promise<void>
}

export const watchFeed = async ({ database }: ChaosCity): Promise<FeedWatch> => {
  const read: Line[] = []
  const stop = new AbortController()
  const last = new Map((await linesAfter(database, new Map(), true)).map(({ agency, number }) => [agency, number]))
  const reading = (async () => {
    while (!stop.signal.aborted) {
      for (const line of await linesAfter(database, last).catch(() => [])) {
        last.set(line.agency, line.number)
        read.push(line)
      }
      await rest(10)
    }
  })()
  const close = async (): Promise<void> => {
    stop.abort()
    await reading
  }
  return {
    close,
    stillStands: async () => {
      await close()
      const { rows } = await database.pool.query<Line>(
        `SELECT ${columns} FROM registry.feed JOIN unnest($1::text[], $2::bigint[]) AS read (agency, number) USING (agency, number)`,
        [read.map(({ agency }) => agency), read.map(({ number }) => number)],
      )
      const inOrder = (lines: readonly Line[]): string[] => lines.map((line) => JSON.stringify(Object.entries(line))).toSorted()
      deepStrictEqual(inOrder(rows), inOrder(read), 'what a subscriber has read of the feed stays so')
    },
  }
}

const columns = 'agency, number, person, purpose, answer'

/** @param ends only the last line of each agency */
const linesAfter = async ({ pool }: Database, last: ReadonlyMap<string, string>, ends = false): Promise<readonly Line[]> => {
  const { rows } = await pool.query<Line>(
    `SELECT ${ends ? 'DISTINCT ON (agency)' : ''} ${columns} FROM registry.feed
     LEFT JOIN unnest($1::text[], $2::bigint[]) AS known (agency, last) USING (agency)
     WHERE number > coalesce(last, 0) ORDER BY agency, number ${ends ? 'DESC' : ''}`,
    [[...last.keys()], [...last.values()]],
  )
  return rows
}
