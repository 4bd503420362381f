import type { Chance } from './chance.js'
import type { ChaosCity } from './chaos-city.js'
import type { NetworkName } from './chaos-ground.js'

/** Something that goes wrong, and when. */
export interface Fault {
  readonly afterMilliseconds: number
  readonly name: string
  readonly strike: (city: ChaosCity) => Promise<void>
}

/** Long enough for each process to be struck at work, in its start and in its recovery. */
const underLoadMilliseconds = 4_000

/** What goes wrong in the run of a seed: always the same. */
export const planOf = (chance: Chance): readonly Fault[] =>
  Array.from({ length: chance.between(2, 5) }, () => ({
    afterMilliseconds: chance.below(underLoadMilliseconds),
    ...faultBy(chance),
  })).toSorted((one, other) => one.afterMilliseconds - other.afterMilliseconds)

const faultBy = (chance: Chance): Pick<Fault, 'name' | 'strike'> => {
  const nth = chance.below(4)
  const milliseconds = chance.between(50, 1_500)
  const network = chance.oneOf<NetworkName>(['agencies to database', 'registry to database', 'all to broker'])
  return chance.oneOf([
    // Processes three times: relays, projectors and contexts live in them.
    killProcess(nth),
    killProcess(nth),
    killProcess(nth),
    { name: 'kill -9 of the broker', strike: async ({ killBroker }) => killBroker() },
    { name: 'kill -9 of PostgreSQL', strike: async ({ killPostgres }) => killPostgres() },
    { name: `cut ${network}`, strike: async ({ networks }) => networks[network].cut() },
    { name: `hang ${network} for ${milliseconds} ms`, strike: ({ networks }) => networks[network].hang(milliseconds) },
    { name: `refuse ${network} for ${milliseconds} ms`, strike: ({ networks }) => networks[network].refuse(milliseconds) },
  ])
}

const processNames = ['health', 'civil-affairs', 'registry-1', 'registry-2']

const killProcess = (nth: number): Pick<Fault, 'name' | 'strike'> => ({
  name: `kill -9 of ${processNames[nth]}`,
  strike: async ({ processes }) => processes[nth]?.kill(),
})
