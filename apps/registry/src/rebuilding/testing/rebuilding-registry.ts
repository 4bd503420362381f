import { afterEach, beforeEach, expect } from '@jest/globals'
import type { PersonId } from '@concord/identity'
import type { PublishedLog } from '@concord/published-log'
import { type Beside, openBeside } from '../beside.js'
import { compareVersions } from '../compare-versions.js'
import { fill } from '../fill.js'
import { type Swapped, swap } from '../swap.js'
import type { BesideVersion } from '../versions.js'
import { type Lives, publishedLives, somebody } from './lives.js'
import { type RegistryAtWork, startRegistry } from './registry-at-work.js'

/** A registry of its own for each test, whose projector works. */
export interface Rebuilding extends RegistryAtWork {
  readonly lives: Lives
  /** So many persons whom two agencies find severely disabled; they are in the registry. */
  readonly publishGraded: (count: number) => Promise<readonly PersonId[]>
  readonly filled: (version: BesideVersion, onApplied?: (events: number) => void) => Promise<Beside>
  readonly swapped: (beside: Beside) => Promise<Swapped>
}

/** @param log on PostgreSQL when not said */
export const rebuildingRegistry = (log: () => PublishedLog | undefined = () => undefined): (() => Rebuilding) => {
  let registry: Rebuilding | undefined
  const opened: Beside[] = []
  beforeEach(async () => {
    const atWork = await startRegistry(log())
    const lives = publishedLives()
    atWork.startProjector()
    registry = { ...atWork, lives, ...rebuilding(atWork, lives, opened) }
  })
  afterEach(async () => {
    for (const beside of opened.splice(0)) await beside.close()
    await registry?.close()
  })
  return () => {
    if (!registry) throw new TypeError('there is a registry within a test only')
    return registry
  }
}

const rebuilding = (
  { ground, publish, settled }: RegistryAtWork,
  lives: Lives,
  opened: Beside[],
): Pick<Rebuilding, 'publishGraded' | 'filled' | 'swapped'> => ({
  publishGraded: async (count) => {
    const persons = Array.from({ length: count }, somebody)
    await publish(...persons.flatMap(lives.graded), ...persons.map(lives.assessed))
    await settled()
    return persons
  },
  filled: async (version, onApplied) => {
    const beside = await openBeside(ground, version, onApplied)
    opened.push(beside)
    expect(await fill(ground, beside, AbortSignal.timeout(60_000))).toBe(true)
    return beside
  },
  swapped: async (beside) => swap(ground, beside, await compareVersions(ground, beside)),
})
