import type { Pool } from 'pg'
import { personId } from '@concord/identity'
import type { OrderedTable } from '@concord/postgres'
import type { Ahead, LoggedEvent, Offset, Topic } from '@concord/published-log'

const eventsInPage = 5_000

/** The log's three questions, as prepared statements. */
export const logReader = (pool: Pool, { name, horizon }: OrderedTable) => {
  const ask = async <Row extends unknown[]>(what: string, text: string, values: readonly unknown[]): Promise<Row[]> =>
    (await pool.query<Row>({ name: `${what} of ${name}`, text, values: [...values], rowMode: 'array' })).rows

  const pageSql = `SELECT "offset", person, position, body FROM ${name}
    WHERE topic = $1 AND "offset" > $2 AND "offset" < ${horizon} ORDER BY "offset" LIMIT ${eventsInPage}`
  const knownSql = `SELECT 1 FROM ${name} WHERE topic = $1 AND "offset" = $2`
  const aheadSql = `SELECT coalesce((SELECT max("offset") FROM ${name} WHERE topic = $1), 0),
    (SELECT count(*) FROM ${name} WHERE topic = $1 AND "offset" > $2)`

  return {
    pageOf:
      (topic: Topic) =>
      async (after: Offset): Promise<LoggedEvent[]> =>
        (await ask<LoggedRow>('page', pageSql, [topic, after])).map(toLogged),

    isKnown: async (topic: Topic, offset: Offset): Promise<boolean> => (await ask('event', knownSql, [topic, offset])).length > 0,

    ahead: async (topic: Topic, after: Offset): Promise<Ahead> => {
      const [[head, events] = ['0', '0']] = await ask<[string, string]>('ahead', aheadSql, [topic, after])
      return { head: BigInt(head), events: Number(events) }
    },
  }
}

type LoggedRow = [offset: string, person: string, position: string, body: string]

const toLogged = ([offset, person, position, body]: LoggedRow): LoggedEvent => ({
  offset: BigInt(offset),
  person: personId.parse(person),
  position: BigInt(position),
  body,
})
