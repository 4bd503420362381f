import type { KurrentDBClient } from '@kurrent/kurrentdb-client'

/** What the store asks of the client. */
export type KurrentClient = Pick<
  KurrentDBClient,
  'appendToStream' | 'readStream' | 'readAll' | 'subscribeToAll' | 'getStreamMetadata' | 'dispose'
>

/** The client in use, which another one can take the place of. */
export interface Connection {
  client(): KurrentClient
  /** The next to ask gets a new client, unless someone else has seen to that. */
  renew(failed: KurrentClient): void
  close(): Promise<void>
}

/**
 * The client reads over a connection of its own, which is never opened again once opening it has failed: neither when the client
 * was made while the server was away, nor when a new leader could not be reached at once. Only a new client reads again.
 */
export const connectionBy = (connect: () => KurrentClient): Connection => {
  let client = connect()
  return {
    client: () => client,
    renew: (failed) => {
      if (failed === client) client = connect()
    },
    close: () => client.dispose(),
  }
}
