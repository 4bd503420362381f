import { START, UnknownError, type AllStreamResolvedEvent, type ReadPosition } from '@kurrent/kurrentdb-client'
import { UnknownPosition, type EventPage, type EventStore, type Position, type RecordedEvent } from '@concord/event-store'
import type { Connection, KurrentClient } from './connection.js'
import { atLeader } from './history.js'
import { inTime } from './outage.js'
import { eventsInPage, pages } from './pages.js'
import { ask, patienceOfSubscriber, rest } from './patience.js'
import { toKurrent, toPosition, toRecorded } from './recorded.js'
import type { StreamNames } from './stream-names.js'

/**
 * Follows the leader through outages, each time from the last event that was handed out. Only an event's place is ever gone on
 * from: the checkpoints that the server sends between events may name places where an event is yet to come.
 * @throws what keeps it from going on, after about half a minute in vain
 */
export const subscribeBy = (connection: Connection, names: StreamNames): EventStore['subscribe'] =>
  async function* subscribe(after: Position, signal: AbortSignal): AsyncGenerator<EventPage> {
    const patience = patienceOfSubscriber()
    let last = after
    while (!signal.aborted) {
      patience.begin()
      try {
        for await (const page of follow(connection, names, last, signal)) {
          yield page
          last = page.at(-1)?.position ?? last
        }
      } catch (error) {
        if (!signal.aborted) await rest(patience.pauseAfter(error), signal)
      }
    }
  }

async function* follow(connection: Connection, names: StreamNames, after: Position, signal: AbortSignal): AsyncGenerator<EventPage> {
  // Also when going on: to a server that was restored from an older copy this place may be in the future, and it would say nothing.
  if (after !== 0n) await ask(connection, (client) => inTime(checkPosition(client, names, after), signal))
  const fromPosition: ReadPosition = after === 0n ? START : toKurrent(after)
  const options = { fromPosition, filter: names.filter, ...atLeader }
  const client = connection.take()
  try {
    const subscription = client.subscribeToAll(options, { highWaterMark: eventsInPage })
    for await (const resolved of pages(subscription, signal)) {
      const page = resolved.flatMap((one) => ownEvent(one, names)).filter(({ position }) => position > after)
      if (page.length > 0) yield page
    }
  } finally {
    connection.leave(client)
  }
}

/** Of what stands in this context's streams only the server's own notes are not events: that one was deleted, a link. */
const ownEvent = ({ event }: AllStreamResolvedEvent, names: StreamNames): RecordedEvent[] =>
  event === undefined || event.type.startsWith('$') ? [] : [toRecorded(event, names)]

/** @throws UnknownPosition when none of this context's events stands there */
const checkPosition = async (client: KurrentClient, names: StreamNames, position: Position): Promise<void> => {
  try {
    for await (const { event } of client.readAll({ fromPosition: toKurrent(position), maxCount: 1, ...atLeader })) {
      if (event && names.own(event.streamId) !== undefined && toPosition(event.position) === position) return
    }
  } catch (error) {
    if (!(error instanceof UnknownError && noRecord.test(error.message))) throw error
  }
  throw new UnknownPosition(position)
}

/** What the server says of a place where no record begins; the client has no name for it. */
const noRecord = /invalid position/i
