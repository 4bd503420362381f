import type { EventStore } from '@concord/event-store'
import { appendBy } from './append.js'
import { connectionBy, type Connection, type KurrentClient } from './connection.js'
import { readOne } from './greet.js'
import { historiesOf } from './history.js'
import { ask, askPatiently } from './patience.js'
import { streamNames } from './stream-names.js'
import { subscribeBy } from './subscribe.js'

export interface KurrentEventStoreSettings {
  /** Makes a client. Called again when one does not recover from an outage. */
  readonly connect: () => KurrentClient
  /** One a context: what the names of its streams begin with in a cluster that several share. */
  readonly prefix: string
}

export interface KurrentEventStore extends EventStore {
  /** Resolves when the leader answers, which is asked once and for little. @throws what it met instead */
  answer(): Promise<void>
  /** Ends what is under way; to be called when nobody reads, appends or subscribes any more. */
  close(): Promise<void>
}

/** The event store of one context on KurrentDB. */
export const kurrentEventStore = ({ connect, prefix }: KurrentEventStoreSettings): KurrentEventStore =>
  storeOn(connectionBy(connect), prefix)

export const storeOn = (connection: Connection, prefix: string): KurrentEventStore => {
  const names = streamNames(prefix)
  const histories = historiesOf(names)
  return {
    async *read(stream) {
      yield* await askPatiently(connection, (client) => histories.read(client, stream))
    },
    append: appendBy(connection, histories),
    subscribe: subscribeBy(connection, names),
    answer: () => ask(connection, readOne),
    close: () => connection.close(),
  }
}
