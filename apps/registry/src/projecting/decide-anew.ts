import type { PoolClient } from 'pg'
import type { PublishedEvent } from '@concord/contracts'
import { type Agreement, decideOn, type Decision, factsOf, type Purpose } from '@concord/recognition'
import type { PlainDate } from '@concord/standards'
import { fieldsFor } from '../disclosing/purposes.js'
import { appendToFeed, type FeedLine } from './append-to-feed.js'
import { factsOfPersons } from './stored-facts.js'

/** With what the registry decides, and when. */
export interface Deciding {
  readonly schema: string
  /** Where subscribers are told what is new to them: nowhere, for tables that are built beside the live ones. */
  readonly feed: string | undefined
  readonly agreements: readonly Agreement[]
  /** The day in China whose decisions are in force. */
  readonly on: PlainDate
  /** ISO instant, UTC. */
  readonly at: string
}

/**
 * Decides again for these persons and every purpose; stores what is different from before, and tells the purpose's owner what
 * is different in what the owner may see.
 * The caller's transaction has these persons to itself: two that decide on one person at once would each miss what the other just stored.
 */
export const decideAnew = async (client: PoolClient, deciding: Deciding, persons: readonly string[]): Promise<void> => {
  const { schema, feed, at } = deciding
  const facts = await factsOfPersons(client, schema, persons)
  const before = await decisionsOf(client, schema, persons)
  const lines = persons
    .flatMap((person) => decisionsAbout(person, facts.get(person) ?? [], deciding))
    .filter((line) => isChange(line, before.get(keyOf(line))))
  if (lines.length === 0) return
  await storeDecisions(client, schema, lines)
  if (feed === undefined) return
  const news = lines.filter((line) => line.answer !== before.get(keyOf(line))?.answer)
  if (news.length > 0) await appendToFeed(client, { schema: feed, at }, news)
}

const keyOf = ({ person, purpose }: Pick<FeedLine, 'person' | 'purpose'>): string => `${person} ${purpose}`

/**
 * An advisory lock until the transaction ends. Projectors share it, since no two of them hold the same person; who decides on any person
 * (sweeper, swap) takes it alone.
 */
export const takeTurn = (client: PoolClient, schema: string, how: 'shared' | 'alone'): Promise<unknown> =>
  client.query(`SELECT pg_advisory_xact_lock${how === 'shared' ? '_shared' : ''}(hashtext($1))`, [`${schema} decides`])

const decisionsAbout = (person: string, events: readonly PublishedEvent[], { agreements, on }: Deciding): DecidedLine[] => {
  const facts = factsOf(events)
  return purposesOf(agreements).map((purpose) => {
    const decision = decideOn(facts, agreements, { purpose: purpose.code, asOf: on })
    if (decision.nextChangeOn !== undefined && decision.nextChangeOn <= on)
      throw new RangeError(`the decision on ${purpose.code} expects a change in the past`)
    const [text, answer] = [JSON.stringify(decision), JSON.stringify(fieldsFor(purpose, decision))]
    return { agency: purpose.owner, person, purpose: purpose.code, decision, text, answer }
  })
}

interface DecidedLine extends FeedLine {
  readonly decision: Decision
}

/** What was decided before, whole and as far as its purpose may see it. */
type Before = Pick<FeedLine, 'text' | 'answer'>

/** That nothing was ever found about someone is not kept. */
const isChange = ({ text, decision }: DecidedLine, before: Before | undefined): boolean =>
  before === undefined ? decision.basis.rule !== 'no-finding' : before.text !== text

export const purposesOf = (agreements: readonly Agreement[]): readonly Purpose[] => [
  ...new Map(agreements.flatMap(({ purposes }) => purposes).map((purpose) => [purpose.code, purpose])).values(),
]

const decisionsOf = async (client: PoolClient, schema: string, persons: readonly string[]): Promise<ReadonlyMap<string, Before>> => {
  const { rows } = await client.query<Omit<FeedLine, 'agency'>>({
    name: `decisions-of-persons-${schema}`,
    text: `SELECT person, purpose, decision AS text, answer FROM ${schema}.decisions WHERE person = ANY ($1)`,
    values: [persons],
  })
  return new Map(rows.map((row) => [keyOf(row), row]))
}

const storeDecisions = async (client: PoolClient, schema: string, lines: readonly DecidedLine[]): Promise<void> => {
  const nextChange = ({ nextChangeOn }: Decision): PlainDate | null => nextChangeOn ?? null
  await client.query({
    name: `store-decisions-${schema}`,
    text: `INSERT INTO ${schema}.decisions (person, purpose, outcome, decision, answer, next_change_on)
           SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::date[])
           ON CONFLICT (person, purpose) DO UPDATE
           SET outcome = excluded.outcome, decision = excluded.decision, answer = excluded.answer, next_change_on = excluded.next_change_on`,
    values: [
      lines.map(({ person }) => person),
      lines.map(({ purpose }) => purpose),
      lines.map(({ decision }) => decision.outcome),
      lines.map(({ text }) => text),
      lines.map(({ answer }) => answer),
      lines.map(({ decision }) => nextChange(decision)),
    ],
  })
}
