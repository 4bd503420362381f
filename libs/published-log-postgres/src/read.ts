import type { Pool } from 'pg'
import { personId } from '@concord/identity'
import type { OrderedTable } from '@concord/postgres'
import type { Ahead, LoggedEvent, LogPage, Offset, Place, Topic } from '@concord/published-log'

const entriesInPage = 5_000

/** The log's three questions, as prepared statements. */
export const logReader = (pool: Pool, { name, horizon }: OrderedTable) => {
  const ask = async <Row extends unknown[]>(what: string, text: string, values: readonly unknown[]): Promise<Row[]> =>
    (await pool.query<Row>({ name: `${what} of ${name}`, text, values: [...values], rowMode: 'array' })).rows

  const pageSql = `SELECT "offset", person, position, body FROM ${name}
    WHERE topic = $1 AND "offset" > $2 AND "offset" < ${horizon} ORDER BY "offset" LIMIT ${entriesInPage}`
  const knownSql = `SELECT 1 FROM ${name} WHERE topic = $1 AND "offset" = $2`
  const aheadSql = `SELECT coalesce((SELECT max("offset") FROM ${name} WHERE topic = $1), 0),
    (SELECT count(*) FROM ${name} WHERE topic = $1 AND "offset" > $2)`

  return {
    entriesOf:
      (topic: Topic) =>
      (after: Offset): Promise<LoggedRow[]> =>
        ask<LoggedRow>('page', pageSql, [topic, after]),

    isKnown: async (topic: Topic, offset: Offset): Promise<boolean> => (await ask('entry', knownSql, [topic, offset])).length > 0,

    ahead: async ({ topic }: Place, after: Offset): Promise<Ahead> => {
      const [[head, entries] = ['0', '0']] = await ask<[string, string]>('ahead', aheadSql, [topic, after])
      return { head: BigInt(head), entries: Number(entries) }
    },
  }
}

type LoggedRow = [offset: string, person: string | null, position: string, body: string | null]

export const offsetOf = ([offset]: LoggedRow): Offset => BigInt(offset)

export const pageOf = (place: Place, after: Offset, rows: readonly LoggedRow[]): LogPage => {
  const last = rows.at(-1)
  return {
    ...place,
    after,
    offset: last ? offsetOf(last) : after,
    events: rows.flatMap(toLogged),
    sourceRead: last ? BigInt(last[2]) : 0n,
  }
}

const toLogged = ([offset, person, position, body]: LoggedRow): readonly LoggedEvent[] =>
  person === null || body === null ? [] : [{ offset: BigInt(offset), person: personId.parse(person), position: BigInt(position), body }]
