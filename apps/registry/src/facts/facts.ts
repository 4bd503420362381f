import type { ContextName, PublishedEvent } from '@concord/contracts'
import type { PersonId } from '@concord/identity'
import { coalesce, type Database } from '@concord/postgres'
import type { WaitFor } from '@concord/projections'
import { Problem } from '@concord/service-kit'
import { factsOfPersons } from '../projecting/stored-facts.js'

/** Positions by context, as commands answer them. */
export type Positions = Partial<Record<ContextName, string>>

/** What lookups read. */
export interface Facts {
  /** Everything that is known of a person; nothing of a stranger. */
  of(person: PersonId): Promise<readonly PublishedEvent[]>
  /** Resolves when everything about a person up to these positions counts. @throws Problem 503 when that takes too long */
  waitFor(person: PersonId, positions: Positions): Promise<void>
}

export const FACTS = Symbol('FACTS')

const patienceMilliseconds = 10_000

const late = {
  zh: '所等待的记录尚未汇入登记库，请稍后重试。',
  en: 'The records to wait for have not reached the registry yet. Try again shortly.',
}

/** Reads of the same moment become one statement. */
export const storedFacts = ({ pool }: Database, schema: string, waitFor: WaitFor): Facts => ({
  of: coalesce<PersonId, readonly PublishedEvent[]>({
    lanes: 4,
    most: 500,
    send: async (persons) => {
      const facts = await factsOfPersons(pool, schema, [...new Set(persons)])
      return persons.map((person) => facts.get(person) ?? [])
    },
  }),
  waitFor: async (person, positions) => {
    const wanted = Object.entries(positions) as [ContextName, string][]
    const reached = await Promise.all(
      wanted.map(([context, position]) => waitFor({ person, context, position: BigInt(position) }, patienceMilliseconds)),
    )
    if (reached.includes(false)) throw new Problem(503, 'not-there-yet', late)
  },
})
