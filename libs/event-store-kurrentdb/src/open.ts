import { KurrentDBClient } from '@kurrent/kurrentdb-client'
import { connectionBy, type KurrentClient } from './connection.js'
import { greet, whyNotGreeted } from './greet.js'
import { storeOn, type KurrentEventStore, type KurrentEventStoreSettings } from './kurrent-event-store.js'
import { askPatiently, ofStart, type Patience } from './patience.js'

/** Why no event store could be opened, as one sentence for whoever set it up: what is wrong and what to do. No passwords. */
export class KurrentFault extends Error {
  override readonly name = 'KurrentFault'
}

export interface KurrentAddress extends Pick<KurrentEventStoreSettings, 'prefix'> {
  /** `kurrentdb://user:password@host:2113?tls=true`; several hosts are separated by commas. */
  readonly url: string
}

/**
 * A server that starts, or a cluster that elects its leader, is waited for about half a minute.
 * @throws KurrentFault when the URL is not one, or nobody answers there as KurrentDB does
 */
export const openKurrentEventStore = async ({ url, prefix }: KurrentAddress, patience = ofStart): Promise<KurrentEventStore> =>
  openBy({ connect: () => connectTo(url), prefix }, withoutUser(url), patience)

/** @param address as a fault names it */
export const openBy = async (
  { connect, prefix }: KurrentEventStoreSettings,
  address: string,
  patience: Patience,
): Promise<KurrentEventStore> => {
  const connection = connectionBy(connect)
  const store = storeOn(connection, prefix)
  try {
    await askPatiently(connection, greet, patience)
    return store
  } catch (error) {
    await store.close()
    throw new KurrentFault(`KurrentDB at ${address} cannot be used: ${whyNotGreeted(error)}`, { cause: error })
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

const withoutUser = (url: string): string => url.replace(/^([^:]+:\/\/)[^@]*@/, '$1').replace(/\?.*$/, '')
