import { AccessDeniedError, END, KurrentDBClient } from '@kurrent/kurrentdb-client'
import type { KurrentClient } from './connection.js'
import { atLeader } from './history.js'
import { kurrentEventStore, type KurrentEventStore, type KurrentEventStoreSettings } from './kurrent-event-store.js'
import { inTime, isOutage } from './outage.js'

/** Why no event store could be opened, as one sentence for whoever set it up: what is wrong and what to do. No passwords. */
export class KurrentFault extends Error {
  override readonly name = 'KurrentFault'
}

export interface KurrentAddress extends Pick<KurrentEventStoreSettings, 'prefix'> {
  /** `kurrentdb://user:password@host:2113?tls=true`; several hosts are separated by commas. */
  readonly url: string
}

/** @throws KurrentFault when the URL is not one, or nobody answers there as KurrentDB does */
export const openKurrentEventStore = async ({ url, prefix }: KurrentAddress): Promise<KurrentEventStore> => {
  const client = connectTo(url)
  const made = [client]
  const store = kurrentEventStore({ connect: () => made.pop() ?? connectTo(url), prefix })
  try {
    await inTime(greet(client))
    return store
  } catch (error) {
    await store.close()
    throw new KurrentFault(`KurrentDB at ${withoutUser(url)} cannot be used: ${why(error)}`, { cause: error })
  }
}

const connectTo = (url: string): KurrentClient => {
  try {
    return KurrentDBClient.connectionString(url)
  } catch (error) {
    // What the client says of a URL repeats it, with the password.
    const reason = error instanceof Error && /certificate/i.test(error.message) ? `${error.message} ` : ''
    throw new KurrentFault(`This is no address of KurrentDB. ${reason}One looks like kurrentdb://user:password@host:2113?tls=true`)
  }
}

/** Reading and subscribing take different ways through the client. */
const greet = async (client: KurrentClient): Promise<void> => {
  await Array.fromAsync(client.readAll({ maxCount: 1, ...atLeader }))
  const subscription = client.subscribeToAll({ fromPosition: END, ...atLeader })
  try {
    await new Promise<void>((resolve, reject) => subscription.once('confirmation', resolve).on('error', reject))
  } finally {
    void subscription.unsubscribe().catch(() => {})
    subscription.destroy()
  }
}

const why = (error: unknown): string => {
  if (error instanceof AccessDeniedError) return 'its user may not read $all, which subscribers need; name one of $admins, or grant it.'
  if (isOutage(error))
    return 'nobody answers there as KurrentDB does; start it, or correct the address (tls=false for a server without TLS).'
  return error instanceof Error ? error.message : String(error)
}

const withoutUser = (url: string): string => url.replace(/^([^:]+:\/\/)[^@]*@/, '$1').replace(/\?.*$/, '')
