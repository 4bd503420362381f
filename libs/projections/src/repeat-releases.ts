import type { Topic } from '@concord/published-log'
import { type ParkedPerson, parkedPersons, type Release, releaseParked } from './parked.js'
import type { Projection } from './projection.js'

/**
 * What an operator released in one version of a projection is released in another one too, where it still cannot be applied.
 * @returns how many events
 */
export const repeatReleases = async (from: Projection, to: Projection): Promise<number> => {
  const releases = await releasesOf(from)
  let repeated = 0
  for (;;) {
    const released = (await parkedPersons(to)).flatMap((parked) => {
      const release = releases.get(nameOf(parked))
      return release ? [{ ...parked, release }] : []
    })
    if (released.length === 0) return repeated
    for (const { release, ...parked } of released) await releaseParked(to, parked, release)
    repeated += released.length
  }
}

type Named = Pick<ParkedPerson, 'topic' | 'position'> & { readonly person: string }
const nameOf = ({ person, topic, position }: Named): string => `${person} ${topic} ${position}`

const releasesOf = async ({ name, pool, schema }: Projection): Promise<ReadonlyMap<string, Release>> => {
  const { rows } = await pool.query<[string, Topic, string, Release]>({
    rowMode: 'array',
    text: `SELECT person, topic, position, released FROM ${schema}.projection_parked WHERE projection = $1 AND released IS NOT NULL`,
    values: [name],
  })
  return new Map(rows.map(([person, topic, position, release]) => [nameOf({ person, topic, position: BigInt(position) }), release]))
}
