import { deepStrictEqual, strictEqual } from 'node:assert/strict'
import { setTimeout as rest } from 'node:timers/promises'
import { decodePublished, encodePublished, type PublishedEvent } from '@concord/contracts'
import type { RecordedEvent } from '@concord/event-store'
import { postgresEventStore } from '@concord/event-store-postgres'
import { decideOn, defaultAgreement, factsOf } from '@concord/recognition'
import { systemClock, today } from '@concord/service-kit'
import { toPublishedEvent as fromCivilAffairs } from '../../apps/civil-affairs/src/publishing/to-published-event.js'
import { toPublishedEvent as fromHealth } from '../../apps/health/src/publishing/to-published-event.js'
import { fieldsFor } from '../../apps/registry/src/disclosing/purposes.js'
import type { ChaosCity } from './chaos-city.js'
import type { Load } from './load.js'

const sources = [
  { schema: 'health', translate: fromHealth },
  { schema: 'civil_affairs', translate: fromCivilAffairs },
] as const

/** How long all that was acknowledged may take to be in the registry once nothing fails any more. */
const settledWithin = 90_000

/** What must hold after a run, whatever went wrong in it. @throws AssertionError */
export const check = async (city: ChaosCity, load: Load): Promise<void> => {
  const recorded = await recordedOf(city, load.persons)
  commandsAreKeptOnce(load, recorded)
  const published = recorded.flatMap(({ event, translate }) => translate(event) ?? [])
  await settled(async () => strictEqual((await factsIn(city, load.persons)).length, published.length, 'facts in the registry'))
  const facts = await factsIn(city, load.persons)
  deepStrictEqual(facts.toSorted(), published.map(encodePublished).toSorted(), 'the registry has each published event once')
  await settled(() => registryDecidesAs(city, load, facts.map(decodePublished)))
  await feedIsWhole(city, load)
  await nobodyIsParked(city)
}

/** Holds at last. @throws what did not hold, once that takes too long */
const settled = async (holds: () => Promise<void>): Promise<void> => {
  const end = performance.now() + settledWithin
  for (;;) {
    try {
      return await holds()
    } catch (error) {
      if (performance.now() >= end) throw error
    }
    await rest(100)
  }
}

interface Recorded {
  readonly event: RecordedEvent
  readonly translate: (event: RecordedEvent) => PublishedEvent | undefined
}

const recordedOf = async ({ database }: ChaosCity, persons: readonly string[]): Promise<readonly Recorded[]> => {
  const found: Recorded[] = []
  for (const { schema, translate } of sources) {
    const { rows } = await database.pool.query<{ stream: RecordedEvent['stream'] }>(
      `SELECT DISTINCT stream FROM ${schema}.events WHERE split_part(stream, '-', 2) = ANY ($1)`,
      [persons],
    )
    const store = await postgresEventStore({ database, schema })
    for (const { stream } of rows) for await (const event of store.read(stream)) found.push({ event, translate })
  }
  return found
}

/** By topic and person, the positions that must be on the log, in order. */
export const publishedPositions = async (
  city: ChaosCity,
  persons: readonly string[],
): Promise<Readonly<Record<string, readonly bigint[]>>> => {
  const published = (await recordedOf(city, persons)).flatMap(({ event, translate }) => translate(event) ?? [])
  const grouped = Map.groupBy(published, ({ context, person }) => `${context} ${person}`)
  const ascending = (one: bigint, other: bigint): number => (one < other ? -1 : 1)
  return Object.fromEntries([...grouped].map(([key, events]) => [key, events.map(({ position }) => position).toSorted(ascending)]))
}

/** Each acknowledged command stands where its answer said, and no command has had its effect twice. */
const commandsAreKeptOnce = ({ acknowledged }: Load, recorded: readonly Recorded[]): void => {
  const positions = recorded.map(({ event: { position, stream } }) => `${position} ${stream.slice(stream.indexOf('-') + 1)}`)
  deepStrictEqual(
    positions.toSorted(),
    acknowledged.map(({ position, path }) => `${position} ${path.split('/')[4]}`).toSorted(),
    'the stores hold what was acknowledged, each once',
  )
}

const factsIn = async ({ database }: ChaosCity, persons: readonly string[]): Promise<readonly string[]> => {
  const { rows } = await database.pool.query<{ event: string }>('SELECT event FROM registry.facts WHERE person = ANY ($1)', [persons])
  return rows.map(({ event }) => event)
}

/** What a registry folded from scratch would decide today. */
const registryDecidesAs = async ({ database }: ChaosCity, { persons }: Load, facts: readonly PublishedEvent[]): Promise<void> => {
  const { rows } = await database.pool.query<{ person: string; purpose: string; decision: string; answer: string }>(
    'SELECT person, purpose, decision, answer FROM registry.decisions WHERE person = ANY ($1) ORDER BY person, purpose',
    [persons],
  )
  const on = today(systemClock)
  const afresh = persons.flatMap((person) => {
    const known = factsOf(facts.filter((fact) => fact.person === person))
    return defaultAgreement.purposes.map((purpose) => {
      const decision = decideOn(known, [defaultAgreement], { purpose: purpose.code, asOf: on })
      return { person, purpose: purpose.code, decision: JSON.stringify(decision), answer: JSON.stringify(fieldsFor(purpose, decision)) }
    })
  })
  // That nothing was ever found about someone is not kept.
  const kept = new Set(rows.map(({ person, purpose }) => `${person} ${purpose}`))
  const wanted = afresh.filter(({ person, purpose }) => kept.has(`${person} ${purpose}`))
  deepStrictEqual(
    rows,
    wanted.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1)),
    'the registry decides as one folded from scratch',
  )
  strictEqual(kept.size, persons.length * defaultAgreement.purposes.length, 'everybody has a decision for every purpose')
}

const keyOf = ({ person, purpose }: { readonly person: string; readonly purpose: string }): string => `${person} ${purpose}`

/** Each agency's feed is numbered 1, 2, 3 … and, folded, says what the registry decides. */
const feedIsWhole = async ({ database }: ChaosCity, { persons }: Load): Promise<void> => {
  const holes = await database.pool.query(
    'SELECT agency FROM registry.feed GROUP BY agency HAVING max(number) <> count(*) OR min(number) <> 1',
  )
  strictEqual(holes.rowCount, 0, 'the feed has no holes')
  const differing = await database.pool.query(
    `SELECT d.person FROM registry.decisions AS d LEFT JOIN (
       SELECT DISTINCT ON (person, purpose) person, purpose, answer FROM registry.feed WHERE person = ANY ($1) ORDER BY person, purpose, number DESC
     ) AS f USING (person, purpose) WHERE d.person = ANY ($1) AND d.answer IS DISTINCT FROM f.answer`,
    [persons],
  )
  strictEqual(differing.rowCount, 0, 'the feed, folded, says what the registry decides')
}

const nobodyIsParked = async ({ database }: ChaosCity): Promise<void> => {
  const { rows } = await database.pool.query<{ error: string }>('SELECT error FROM registry.projection_parked WHERE released IS NULL')
  deepStrictEqual(
    rows.map(({ error }) => error),
    [],
    'nobody is parked',
  )
}
