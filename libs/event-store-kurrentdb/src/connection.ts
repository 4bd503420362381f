import type { KurrentDBClient } from '@kurrent/kurrentdb-client'

/** What the store asks of the client. */
export type KurrentClient = Pick<
  KurrentDBClient,
  'appendToStream' | 'readStream' | 'readAll' | 'subscribeToAll' | 'getStreamMetadata' | 'dispose'
>

/** The client in use, which another one can take the place of. */
export interface Connection {
  /** The client in use, for whoever leaves it in the end. */
  take(): KurrentClient
  leave(taken: KurrentClient): void
  /** The next to ask gets a new client, unless someone else has seen to that. */
  renew(taken: KurrentClient): void
  /** Disposes of every client, also of one that somebody has not left. */
  close(): Promise<void>
}

/**
 * The client reads over a connection of its own, which is never opened again once opening it has failed: neither when the client
 * was made while the server was away, nor when a new leader could not be reached at once. Only a new client reads again. The old one
 * keeps a call open for its appends until it is disposed of, and a server takes a hundred on one connection.
 */
export const connectionBy = (connect: () => KurrentClient): Connection => {
  let inUse = connect()
  const users = new Map([[inUse, 0]])
  const count = (client: KurrentClient, more: number): number => {
    const now = (users.get(client) ?? 0) + more
    users.set(client, now)
    return now
  }
  return {
    take: () => {
      count(inUse, 1)
      return inUse
    },
    leave: (taken) => {
      if (count(taken, -1) > 0 || taken === inUse) return
      users.delete(taken)
      void taken.dispose().catch(() => {})
    },
    renew: (taken) => {
      if (taken !== inUse) return
      inUse = connect()
      count(inUse, 0)
    },
    close: async () => {
      await Promise.all([...users.keys()].map((client) => client.dispose()))
    },
  }
}
