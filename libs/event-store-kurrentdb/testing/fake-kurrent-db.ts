import { NotLeaderError, UnavailableError, type AppendStreamState, type EventData } from '@kurrent/kurrentdb-client'
import type { KurrentClient } from '@concord/event-store-kurrentdb'
import { fakeClient, type Call, type FakeServer } from './fake-client.js'
import { fakeLog, type FakeLog } from './fake-log.js'
import type { Live } from './fake-subscription.js'

/** A KurrentDB at the interface of its client: what the real client shows of a real server, faults included. */
export interface FakeKurrentDb extends Pick<FakeLog, 'log' | 'truncations' | 'tombstone' | 'cutAfter'> {
  /** Makes a client, as often as it is asked to. */
  readonly connect: () => KurrentClient
  /** The next call of a kind fails, before the server has seen it. */
  readonly failNext: (call: Call, error: Error) => void
  /** The next call of a kind never gets an answer, and the server does not see it. */
  readonly muteNext: (call: Call) => void
  /** The next append is recorded, and its answer is lost. */
  readonly loseNextAnswer: () => void
  /** Nobody listens. A client that tries to read now never reads again. */
  readonly goDown: () => void
  readonly comeUp: () => void
  /** The server lets go of all subscriptions. */
  readonly endSubscriptions: (error?: Error) => void
  /** How often there was a call, a new client, an event sent to a subscriber. */
  readonly counts: Readonly<Record<Call | 'connect' | 'sent', number>>
  /** Subscriptions that the server serves. */
  readonly live: ReadonlySet<unknown>
  /** Clients whose call for appends the server holds open. */
  readonly appending: ReadonlySet<unknown>
  /** Someone writes, whatever is there already. */
  readonly write: (streamId: string, event: EventData) => void
}

export const fakeKurrentDb = (): FakeKurrentDb => {
  const log = fakeLog()
  const live = new Set<Live>()
  const counts = { append: 0, read: 0, subscribe: 0, connect: 0, sent: 0 }
  const appending = new Set<unknown>()
  const faults: Record<Call, (() => Promise<void>)[]> = { append: [], read: [], subscribe: [] }
  const lostAnswers: Error[] = []
  let isUp = true

  const reach = async (call: Call): Promise<void> => {
    counts[call] += 1
    await new Promise((resolve) => setImmediate(resolve))
    await faults[call].shift()?.()
    if (!isUp) throw new UnavailableError()
  }
  const append = (streamId: string, events: readonly EventData[], expected: AppendStreamState) => {
    const result = log.append(streamId, events, expected)
    for (const call of live) call.ring()
    return result
  }
  const goBack = (): void => {
    const lost = lostAnswers.shift()
    if (lost) throw lost
  }
  const endSubscriptions = (error?: Error): void => {
    for (const call of live) call.end(error)
  }
  const onSent = (): void => void (counts.sent += 1)
  const server: FakeServer = { log, live, appending, isUp: () => isUp, reach, append, goBack, onSent }

  return {
    ...log,
    counts,
    live,
    appending,
    connect: () => {
      counts.connect += 1
      return fakeClient(server)
    },
    failNext: (call, error) => faults[call].push(() => Promise.reject(error)),
    muteNext: (call) => faults[call].push(() => new Promise(() => {})),
    loseNextAnswer: () => lostAnswers.push(new UnavailableError()),
    goDown: () => {
      isUp = false
      appending.clear()
      endSubscriptions(new UnavailableError())
    },
    comeUp: () => {
      isUp = true
    },
    endSubscriptions,
    write: (streamId, event) => append(streamId, [event], BigInt(log.log.filter((logged) => logged.streamId === streamId).length) - 1n),
  }
}

/** What a follower says to who asks for the leader. */
export const notLeader = (): NotLeaderError =>
  new NotLeaderError({
    metadata: { 'leader-endpoint-host': '127.0.0.1', 'leader-endpoint-port': '2113' },
  } as unknown as ConstructorParameters<typeof NotLeaderError>[0])
