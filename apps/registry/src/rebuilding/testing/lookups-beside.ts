import { setTimeout as rest } from 'node:timers/promises'
import type { PersonId } from '@concord/identity'
import { type Lives, somebody } from './lives.js'
import type { RegistryAtWork } from './registry-at-work.js'

/** What came of lookups that went on beside something else. */
export interface Watched {
  readonly answered: number
  readonly seconds: number
  /** Why a lookup was not answered. */
  readonly failures: readonly unknown[]
  /** Answers that did not know what their lookup waited for. */
  readonly stale: readonly string[]
  readonly longestMilliseconds: number
}

const perSecond = 200
/** One lookup in so many waits for an event that has just been published. */
const oneIn = 10

/** Asks two hundred times a second, whether answers come or not, about persons who are recognised, and about new ones whose events go on. */
export const lookupsBeside = async (
  { lookup, publish }: RegistryAtWork,
  lives: Lives,
  recognised: readonly PersonId[],
  work: () => Promise<unknown>,
): Promise<Watched> => {
  const failures: unknown[] = []
  const stale: string[] = []
  const durations: number[] = []
  const asked = async (person: PersonId, expected: string, after?: Parameters<typeof lookup>[1]): Promise<void> => {
    const began = performance.now()
    const outcome = await lookup(person, after)
    durations.push(performance.now() - began)
    if (outcome !== expected) stale.push(`${outcome} in place of ${expected}`)
  }
  const gradedAndRevoked = async (): Promise<void> => {
    const person = somebody()
    const graded = lives.graded(person)
    await publish(...graded)
    await asked(person, 'recognised', graded.at(-1))
    const revoked = lives.revoked(person)
    await publish(revoked)
    await asked(person, 'withdrawn', revoked)
  }
  const done = new AbortController()
  const worked = work().finally(() => done.abort())
  const all: Promise<void>[] = []
  const ask = (): void => {
    const person = recognised[all.length % recognised.length]
    const one = all.length % oneIn === 0 || person === undefined ? gradedAndRevoked() : asked(person, 'recognised')
    all.push(one.catch((error: unknown) => void failures.push(error)))
  }
  const began = performance.now()
  const due = (): number => ((performance.now() - began) / 1_000) * perSecond
  while (!done.signal.aborted) {
    while (all.length < due()) ask()
    await rest(1)
  }
  const seconds = (performance.now() - began) / 1_000
  await Promise.all(all)
  await worked
  return { answered: durations.length, seconds, failures, stale, longestMilliseconds: Math.round(Math.max(...durations)) }
}
