import type { EventStore } from '@concord/event-store'
import { appendBy } from './append.js'
import { connectionBy, type KurrentClient } from './connection.js'
import { historiesOf } from './history.js'
import { askPatiently } from './patience.js'
import { streamNames } from './stream-names.js'
import { subscribeBy } from './subscribe.js'

export interface KurrentEventStoreSettings {
  /** Makes a client. Called again when one does not recover from an outage. */
  readonly connect: () => KurrentClient
  /** One a context: what the names of its streams begin with in a cluster that several share. */
  readonly prefix: string
}

export interface KurrentEventStore extends EventStore {
  /** Ends what is under way; to be called when nobody reads, appends or subscribes any more. */
  close(): Promise<void>
}

/** The event store of one context on KurrentDB. */
export const kurrentEventStore = ({ connect, prefix }: KurrentEventStoreSettings): KurrentEventStore => {
  const names = streamNames(prefix)
  const connection = connectionBy(connect)
  const histories = historiesOf(names)
  return {
    async *read(stream) {
      yield* await askPatiently(connection, (client) => histories.read(client, stream))
    },
    append: appendBy(connection, histories),
    subscribe: subscribeBy(connection, names),
    close: () => connection.close(),
  }
}
