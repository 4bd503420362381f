import pg, { type PoolClient } from 'pg'
import { type PublishedEvent, UnreadableEvent } from '@concord/contracts'
import type { LoggedEvent, Topic } from '@concord/published-log'
import type { Projection } from './projection.js'

/** An event on its way into a projection: as it lay on the log, and what was read there. */
export type Incoming = Pick<LoggedEvent, 'person' | 'position' | 'body'> & {
  readonly topic: Topic
  readonly event: PublishedEvent | UnreadableEvent
}

/**
 * Applies events within the client's transaction. When they cannot be applied together, halves find out whose fault it is: that
 * person's first bad event is parked and later ones behind it, everyone else's are applied.
 */
export const applyOrPark = async (projection: Projection, client: PoolClient, events: readonly Incoming[]): Promise<void> => {
  if (events.length === 0) return
  const error = await tryApply(projection, client, events)
  if (error === undefined) return
  const persons = [...Map.groupBy(events, ({ person }) => person).values()]
  const [alone] = persons
  if (alone !== undefined && persons.length === 1) return applyUpToBad(projection, client, alone, error)
  const middle = Math.ceil(persons.length / 2)
  await applyOrPark(projection, client, persons.slice(0, middle).flat())
  await applyOrPark(projection, client, persons.slice(middle).flat())
}

/** The error that kept the events from being applied, all of them. */
const tryApply = async ({ apply }: Projection, client: PoolClient, events: readonly Incoming[]): Promise<Error | undefined> => {
  await client.query('SAVEPOINT attempt')
  try {
    await apply(
      events.map(({ event }) => readOrThrow(event)),
      client,
    )
    await client.query('RELEASE SAVEPOINT attempt')
    return undefined
  } catch (error) {
    if (!isFaultOfEvents(error)) throw error
    await client.query('ROLLBACK TO SAVEPOINT attempt')
    return error
  }
}

const readOrThrow = (event: PublishedEvent | UnreadableEvent): PublishedEvent => {
  if (event instanceof UnreadableEvent) throw event
  return event
}

const applyUpToBad = async (projection: Projection, client: PoolClient, events: readonly Incoming[], why: Error): Promise<void> => {
  if (events.length === 1) return park(projection, client, events, why)
  for (const [place, event] of events.entries()) {
    const error = await tryApply(projection, client, [event])
    if (error) return park(projection, client, events.slice(place), error)
  }
}

/** The first of the events cannot be applied, if `why` is told; the others wait behind it. */
export const park = async ({ name }: Projection, client: PoolClient, events: readonly Incoming[], why?: Error): Promise<void> => {
  if (events.length === 0) return
  const columns = [
    events.map(({ person }) => person),
    events.map(({ topic }) => topic),
    events.map(({ position }) => position),
    events.map(({ body }) => body),
    events.map((_, place) => (place === 0 && why ? reasonOf(why) : null)),
  ]
  await client.query(
    `INSERT INTO projection_parked (projection, person, topic, position, body, error)
     SELECT $1, e.person, e.topic, e.position, e.body, e.error
     FROM unnest($2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[]) WITH ORDINALITY AS e(person, topic, position, body, error, place)
     ORDER BY e.place`,
    [name, ...columns],
  )
}

/**
 * Why an event cannot be applied, for whoever shall mend it. Only an UnreadableEvent says so without repeating what stood in the event:
 * of anything else it is told what the database names of its own, or where in the code it was thrown.
 */
const reasonOf = (error: Error): string => {
  if (error instanceof UnreadableEvent) return `${error.name}: ${error.message}`
  if (error instanceof pg.DatabaseError) {
    const { code, table, column, constraint } = error
    const named = Object.entries({ code, table, column, constraint }).filter(([, name]) => name !== undefined)
    return `DatabaseError: ${named.map((pair) => pair.join(' ')).join(', ')}`
  }
  const thrownAt = error.stack?.split('\n').find((line) => line.startsWith('    at '))
  return `${error.name}${thrownAt?.slice(3) ?? ''}`
}

/** Values that do not fit are the event's fault; a lost connection, a full disk, a deadlock or a missing table is nobody's. */
const isFaultOfEvents = (error: unknown): error is Error =>
  error instanceof Error && (!(error instanceof pg.DatabaseError) || dataFaults.some((kind) => error.code?.startsWith(kind)))
const dataException = '22'
const integrityViolation = '23'
const dataFaults = [dataException, integrityViolation]
