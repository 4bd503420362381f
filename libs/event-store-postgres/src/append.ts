import type { ClientBase, Pool } from 'pg'
import { RevisionConflict, type ExpectedRevision, type NewEvent, type Position, type StreamName } from '@concord/event-store'
import type { OrderedTable } from '@concord/postgres'

export interface Append {
  readonly stream: StreamName
  readonly expected: ExpectedRevision
  readonly events: readonly NewEvent[]
}

/** What the store says to one append of a group. `restored`: the server began to count transactions anew, nothing was written. */
type Verdict = 'recorded' | 'known' | 'conflict' | 'restored'

/** The whole group met a store whose transaction ids began anew. */
export class RestoredStore extends Error {}

/**
 * One statement for appends to different streams. It first takes its snapshot, then its transaction id: all that it sees was
 * written under smaller ids. It checks nevertheless that a stream's last position lies below, so that a transaction which took
 * its id earlier, by writing something else, gets a conflict and never a stream out of order.
 */
export const appendStatement = ({ name, start, restored, channel }: OrderedTable) => ({
  name: `append to ${name}`,
  rowMode: 'array' as const,
  text: `
    WITH here AS MATERIALIZED (SELECT ${start} AS start, ${restored} AS restored, CASE WHEN $11 THEN pg_notify('${channel}', '') END),
    asked AS MATERIALIZED (
      SELECT a.nth, a.stream, a.last_place, known.position AS known,
        CASE
          WHEN known.position IS NOT NULL THEN 'known'
          WHEN here.restored THEN 'restored'
          WHEN coalesce(last.revision, -1) <> a.expected OR last.position >= here.start THEN 'conflict'
          ELSE 'recorded'
        END AS verdict
      FROM here, unnest($1::text[], $2::bigint[], $3::uuid[], $4::int[]) WITH ORDINALITY AS a(stream, expected, last_id, last_place, nth)
      LEFT JOIN LATERAL (
        SELECT revision, position FROM ${name} WHERE stream = a.stream ORDER BY revision DESC LIMIT 1
      ) AS last ON true
      LEFT JOIN LATERAL (SELECT position, stream FROM ${name} WHERE id = a.last_id LIMIT 1) AS known ON known.stream = a.stream
    ),
    recorded AS (
      INSERT INTO ${name} (position, stream, revision, id, type, data, cause)
      SELECT here.start + e.place, asked.stream, e.revision, e.id, e.type, e.data::json, e.cause::json
      FROM here, unnest($5::int[], $6::bigint[], $7::uuid[], $8::text[], $9::text[], $10::text[])
        WITH ORDINALITY AS e(nth, revision, id, type, data, cause, place)
      JOIN asked ON asked.nth = e.nth AND asked.verdict = 'recorded'
    )
    SELECT asked.verdict, coalesce(asked.known, here.start + asked.last_place) FROM asked, here ORDER BY asked.nth`,
})

/** Sends a group, and a hint to subscribers; a conflict is that append's answer and hurts no other. @throws RestoredStore */
export const appendGroup = async (
  client: ClientBase | Pool,
  statement: ReturnType<typeof appendStatement>,
  group: readonly Append[],
  hint = true,
): Promise<(Position | RevisionConflict)[]> => {
  const { rows } = await client.query<[Verdict, string]>({ ...statement, values: [...valuesOf(group), hint] })
  return group.map(({ stream, expected }, nth) => {
    const [verdict, position] = rows[nth] ?? ['conflict', '0']
    if (verdict === 'restored') throw new RestoredStore()
    return verdict === 'conflict' ? new RevisionConflict(stream, expected) : BigInt(position)
  })
}

const valuesOf = (group: readonly Append[]): unknown[] => {
  const [streams, expectations, lastIds, lastPlaces]: [string[], bigint[], string[], number[]] = [[], [], [], []]
  const [nths, revisions, ids, types, data, causes]: [number[], bigint[], string[], string[], string[], string[]] = [[], [], [], [], [], []]
  group.forEach(({ stream, expected, events }, place) => {
    const before = expected === 'no-stream' ? -1n : expected
    streams.push(stream)
    expectations.push(before)
    lastIds.push(events.at(-1)?.id ?? '')
    lastPlaces.push(nths.length + events.length)
    events.forEach((event, nth) => {
      nths.push(place + 1)
      revisions.push(before + BigInt(nth + 1))
      ids.push(event.id)
      types.push(event.type)
      data.push(JSON.stringify(event.data))
      causes.push(JSON.stringify(event.cause))
    })
  })
  return [streams, expectations, lastIds, lastPlaces, nths, revisions, ids, types, data, causes]
}
