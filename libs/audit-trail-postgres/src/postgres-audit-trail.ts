import {
  auditEntry,
  type AuditEntry,
  type AuditPage,
  type AuditQuery,
  type AuditTrail,
  NotACursor,
  type OnGroup,
  TrailUnavailable,
} from '@concord/audit-trail'

import { type Database, migrate } from '@concord/postgres'

/** Entries in the order in which they became durable; written by one statement for all who wait at the same moment. */
const table = `
  CREATE TABLE IF NOT EXISTS entries (
    number      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id          uuid NOT NULL UNIQUE,
    at          timestamptz NOT NULL,
    kind        text NOT NULL,
    person      text,
    agency      text NOT NULL,
    purpose     text,
    outcome     text NOT NULL,
    entry       json NOT NULL
  );
  CREATE INDEX IF NOT EXISTS entries_by_person ON entries (person, number);
  CREATE INDEX IF NOT EXISTS entries_by_agency ON entries (agency, number);
  CREATE INDEX IF NOT EXISTS entries_by_purpose ON entries (purpose, number);
  CREATE INDEX IF NOT EXISTS entries_by_time ON entries (at);
`

/** Brings the trail's table to what this version needs. */
export const migrateAuditTrail = ({ pool }: Database): Promise<void> => migrate(pool, 'audit', table)

/**
 * The lock makes numbers follow the order of commits, so that a reader who turned a page never finds an older entry behind it;
 * writers of one process share a statement, so that the lock is taken once for many.
 */
const insert = `
  WITH turn AS MATERIALIZED (SELECT pg_advisory_xact_lock(hashtext('audit.entries')))
  INSERT INTO audit.entries (id, at, kind, person, agency, purpose, outcome, entry)
  SELECT e.id, e.at, e.kind, e.person, e.agency, e.purpose, e.outcome, e.entry
  FROM turn, unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::json[])
    WITH ORDINALITY AS e (id, at, kind, person, agency, purpose, outcome, entry, place)
  ORDER BY e.place
  ON CONFLICT (id) DO NOTHING`

const find = `
  SELECT number, entry FROM audit.entries
  WHERE number > $1
    AND ($2::text IS NULL OR person = $2) AND ($3::text IS NULL OR agency = $3)
    AND ($4::text IS NULL OR purpose = $4) AND ($5::text IS NULL OR outcome = $5)
    AND ($6::timestamptz IS NULL OR at >= $6) AND ($7::timestamptz IS NULL OR at < $7) AND ($8::text IS NULL OR kind = $8)
  ORDER BY number LIMIT $9`

export const postgresAuditTrail = ({ pool }: Database, onGroup: OnGroup = () => {}): AuditTrail => ({
  record: inGroups(onGroup, async (entries) => {
    const column = (of: (entry: AuditEntry) => unknown) => entries.map(of)
    await pool.query({
      name: 'record-entries',
      text: insert,
      values: [
        column(({ id }) => id),
        column(({ at }) => at),
        column(({ kind }) => kind),
        column(({ person }) => person),
        column(({ agency }) => agency),
        column(({ purpose }) => purpose),
        column(({ outcome }) => outcome),
        column((entry) => JSON.stringify(entry)),
      ],
    })
  }),

  find: async ({ kind, person, agency, purpose, outcome, from, until }: AuditQuery, { after = '0', limit }): Promise<AuditPage> => {
    if (!/^\d{1,18}$/.test(after)) throw new NotACursor(after)
    const values = [after, person, agency, purpose, outcome, from, until, kind, limit + 1]
    const { rows } = await pool.query<{ number: string; entry: unknown }>(find, values).catch((error: unknown) => {
      throw new TrailUnavailable(error)
    })
    const page = rows.slice(0, limit)
    return { entries: page.map(({ entry }) => auditEntry.parse(entry)), next: rows.length > limit ? page.at(-1)?.number : undefined }
  },
})

interface Waiting {
  readonly entries: readonly AuditEntry[]
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/** While one group is being written the next one gathers: many lookups, one durable write. */
const inGroups = (onGroup: OnGroup, write: (entries: readonly AuditEntry[]) => Promise<void>): AuditTrail['record'] => {
  let waiting: Waiting[] = []
  let writing = false
  const writeAll = async (): Promise<void> => {
    writing = true
    while (waiting.length > 0) {
      const group = waiting
      waiting = []
      const entries = group.flatMap((one) => one.entries)
      const began = performance.now()
      const written = (durable: boolean) => onGroup({ entries, seconds: (performance.now() - began) / 1_000, durable })
      try {
        await write(entries)
        written(true)
        for (const { resolve } of group) resolve()
      } catch (error) {
        written(false)
        for (const { reject } of group) reject(new TrailUnavailable(error))
      }
    }
    writing = false
  }
  return (entries) =>
    new Promise<void>((resolve, reject) => {
      waiting.push({ entries, resolve, reject })
      if (!writing) void writeAll()
    })
}
