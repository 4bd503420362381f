import { transaction } from '@concord/postgres'
import { CheckpointMoved, type LogPage, type Offset, type Topic } from '@concord/published-log'
import { applyOrPark, park, type Incoming } from './apply-or-park.js'
import { enterSchema, loadCheckpoint, type Checkpoint, type Projection } from './projection.js'

/**
 * Keeps a projection up to date until the signal aborts: page by page, each in one transaction with its checkpoint.
 * @throws CheckpointMoved when another process runs the same projection
 */
export const runProjection = async (projection: Projection, signal: AbortSignal): Promise<void> => {
  const turns = oneAtATime()
  await together(signal, projection.topics, (topic, stop) => followTopic(projection, topic, { turns, stop }))
}

/** Applies all that the log holds now, then stops: a rebuild, when the schema is a fresh one. */
export const catchUp = async (projection: Projection, signal: AbortSignal): Promise<void> => {
  const turns = oneAtATime()
  await together(signal, projection.topics, async (topic, stop) => {
    const { offset } = await loadCheckpoint(projection, topic)
    const { head } = await projection.log.ahead(topic, offset)
    if (head > offset) await followTopic(projection, topic, { turns, stop, until: head })
  })
}

/** When the work on one topic fails all stop, and the caller hears why. */
const together = async (
  signal: AbortSignal,
  topics: readonly Topic[],
  work: (topic: Topic, stop: AbortSignal) => Promise<void>,
): Promise<void> => {
  const failed = new AbortController()
  const stop = AbortSignal.any([signal, failed.signal])
  const outcomes = await Promise.allSettled(
    topics.map((topic) =>
      work(topic, stop).catch((error: unknown) => {
        failed.abort()
        throw error
      }),
    ),
  )
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason
}

type Turns = <Result>(work: () => Promise<Result>) => Promise<Result>

/** What is known of one person comes from several topics: their pages are read side by side and applied one after the other. */
const oneAtATime = (): Turns => {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work)
    last = turn.catch(() => {})
    return turn
  }
}

interface Way {
  readonly turns: Turns
  readonly stop: AbortSignal
  /** The offset to stop at; none for a projection that stays live. */
  readonly until?: Offset
}

const followTopic = async (projection: Projection, topic: Topic, { turns, stop, until }: Way): Promise<void> => {
  const arrived = new AbortController()
  let at = await loadCheckpoint(projection, topic)
  for await (const page of projection.log.subscribe(topic, at.offset, AbortSignal.any([stop, arrived.signal]))) {
    at = await turns(() => applyPage(projection, topic, at, page))
    if (until !== undefined && at.offset >= until) arrived.abort()
  }
}

const applyPage = (projection: Projection, topic: Topic, at: Checkpoint, page: LogPage): Promise<Checkpoint> =>
  transaction(projection.pool, async (client) => {
    await enterSchema(client, projection)
    // What a power failure takes is applied again from the log: the checkpoint goes with it.
    await client.query('SET LOCAL synchronous_commit = off')
    const news = firstAppearances(page, at.position).map((event): Incoming => ({ ...event, topic }))
    const to = { offset: page.at(-1)?.offset ?? at.offset, position: news.at(-1)?.position ?? at.position }
    // First of all, so that a second runner waits here and then stops, before it does any work.
    const { rows } = await client.query<{ parked: string[] }>({
      name: 'move projection checkpoint',
      text: `UPDATE projection_checkpoint SET "offset" = $3, position = $4 WHERE projection = $1 AND topic = $2 AND "offset" = $5
             RETURNING ARRAY(SELECT DISTINCT person FROM projection_parked WHERE projection = $1 AND released IS NULL) AS parked`,
      values: [projection.name, topic, to.offset, to.position, at.offset],
    })
    const [moved] = rows
    if (!moved) throw new CheckpointMoved(`projection ${projection.name} of ${topic}`)
    const parked = new Set(moved.parked)
    await park(
      projection,
      client,
      news.filter(({ person }) => parked.has(person)),
    )
    await applyOrPark(
      projection,
      client,
      news.filter(({ person }) => !parked.has(person)),
    )
    return to
  })

/** A publisher may repeat itself; each event appears first after all before it. */
const firstAppearances = (page: LogPage, position: bigint): LogPage =>
  page.filter((event) => {
    if (event.position <= position) return false
    position = event.position
    return true
  })
