import type { PoolClient } from 'pg'
import type { ContextName } from '@concord/contracts'
import { personId } from '@concord/identity'
import type { Place } from '@concord/published-log'
import type { RebuildGround } from './beside.js'
import type { BesideVersion } from './versions.js'

/** Up to which position of its source each place is applied. */
type Applied = ReadonlyMap<string, bigint>

const nameOf = ({ topic, partition }: Place): string => `${topic} ${partition}`

/**
 * Those for whom one of two versions has a later event than the other one has come to: they differ because they move, and will be
 * looked at again. @param client within a snapshot
 */
export const movingAmong = async (
  ground: RebuildGround,
  version: BesideVersion,
  client: PoolClient,
  persons: readonly string[],
): Promise<ReadonlySet<string>> => {
  const [ours, theirs] = [await appliedIn(ground, ground.live.schema, client), await appliedIn(ground, version, client)]
  const moving = new Set<string>()
  for (const { person, context, live, beside } of await latestOf(ground.live.schema, version, client, persons)) {
    const place = nameOf(await ground.log.placeOf(context, personId.parse(person)))
    if (isAhead(beside, ours.get(place)) || isAhead(live, theirs.get(place))) moving.add(person)
  }
  return moving
}

const isAhead = (latest: string | null, applied = 0n): boolean => latest !== null && BigInt(latest) > applied

const appliedIn = async ({ live: { name } }: RebuildGround, schema: string, client: PoolClient): Promise<Applied> => {
  const { rows } = await client.query<Place & { position: string }>(
    `SELECT topic, partition, position FROM ${schema}.projection_checkpoint WHERE projection = $1`,
    [name],
  )
  return new Map(rows.map((row) => [nameOf(row), BigInt(row.position)]))
}

interface Latest {
  readonly person: string
  readonly context: ContextName
  /** Positions. */
  readonly live: string | null
  readonly beside: string | null
}

const latestOf = async (live: string, version: string, client: PoolClient, persons: readonly string[]): Promise<readonly Latest[]> => {
  const { rows } = await client.query<Latest>(
    `SELECT person, context, max(live) AS live, max(beside) AS beside FROM (
       SELECT person, context, position AS live, NULL::bigint AS beside FROM ${live}.facts WHERE person = ANY ($1)
       UNION ALL SELECT person, context, NULL, position FROM ${version}.facts WHERE person = ANY ($1)
     ) AS latest GROUP BY person, context`,
    [persons],
  )
  return rows
}
