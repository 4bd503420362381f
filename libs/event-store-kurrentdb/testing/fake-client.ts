import {
  START,
  UnavailableError,
  UnknownError,
  type AllStreamResolvedEvent,
  type AppendResult,
  type AppendStreamState,
  type EventData,
  type PrefixesFilter,
  type ReadPosition,
} from '@kurrent/kurrentdb-client'
import type { KurrentClient } from '@concord/event-store-kurrentdb'
import { shownToReaders, type FakeLog } from './fake-log.js'
import { fakeSubscription, type Live } from './fake-subscription.js'

export type Call = 'append' | 'read' | 'subscribe'

/** What of a server its clients meet. */
export interface FakeServer {
  readonly log: FakeLog
  readonly live: Set<Live>
  readonly appending: Set<unknown>
  readonly isUp: () => boolean
  /** Ends when the call has come to the server. @throws what it meets on the way */
  readonly reach: (call: Call) => Promise<void>
  readonly append: (...append: Parameters<FakeLog['append']>) => ReturnType<FakeLog['append']>
  /** @throws what happens to an answer on its way back */
  readonly goBack: () => void
  readonly onSent: () => void
}

interface Subscribing {
  readonly fromPosition?: ReadPosition
  readonly filter?: PrefixesFilter
}

/**
 * One client. It reads over a connection of its own, which stays broken once it could not be opened. Its appends share a call, which
 * stays open until the client is disposed of.
 */
export const fakeClient = (server: FakeServer): KurrentClient => {
  let readsAgain = true
  const reachByReading = async (): Promise<void> => {
    readsAgain &&= server.isUp()
    if (!readsAgain) throw new UnavailableError()
    await server.reach('read')
  }
  const client = {
    async *readStream(streamId: string): AsyncGenerator<AllStreamResolvedEvent> {
      await reachByReading()
      for (const event of server.log.read(streamId)) yield { event: shownToReaders(event) }
    },
    async *readAll({ fromPosition }: Subscribing): AsyncGenerator<AllStreamResolvedEvent> {
      await reachByReading()
      const from = placeOf(fromPosition)
      if (from > 0n && !server.log.isPlace(from)) throw new UnknownError(undefined, 'Trying to read from an invalid position.')
      const first = server.log.log.find(({ position }) => position >= from)
      if (first) yield { event: shownToReaders(first) }
    },
    async getStreamMetadata(streamId: string) {
      await reachByReading()
      const truncateBefore = server.log.truncations.get(streamId)
      return { streamName: streamId, ...(truncateBefore !== undefined && { metadata: { truncateBefore: Number(truncateBefore) } }) }
    },
    async appendToStream(
      streamId: string,
      events: readonly EventData[],
      { streamState }: { readonly streamState: AppendStreamState },
    ): Promise<AppendResult> {
      server.appending.add(client)
      await server.reach('append')
      const result = server.append(streamId, events, streamState)
      server.goBack()
      return result
    },
    subscribeToAll: ({ fromPosition, filter }: Subscribing, { highWaterMark = 16 }: { readonly highWaterMark?: number } = {}) =>
      fakeSubscription(server.log, server.live, {
        after: placeOf(fromPosition),
        filter,
        highWaterMark,
        reached: server.reach('subscribe'),
        onSent: server.onSent,
      }),
    dispose: async () => void server.appending.delete(client),
  }
  return client as unknown as KurrentClient
}

const placeOf = (position: ReadPosition = START): bigint => (typeof position === 'object' ? position.commit : 0n)
