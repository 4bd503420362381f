import { AccessDeniedError, END, NotLeaderError } from '@kurrent/kurrentdb-client'
import { EventStoreUnavailable } from '@concord/event-store'
import type { KurrentClient } from './connection.js'
import { atLeader } from './history.js'
import { inTime } from './outage.js'

/** The least that the leader can be asked. */
export const readOne = async (client: KurrentClient): Promise<void> => {
  await inTime(Array.fromAsync(client.readAll({ maxCount: 1, ...atLeader })))
}

/** Subscribing and reading take different ways through the client; why there is no way is told by the first only. */
export const greet = async (client: KurrentClient): Promise<void> => {
  const subscription = client.subscribeToAll({ fromPosition: END, ...atLeader })
  try {
    await inTime(new Promise<void>((resolve, reject) => subscription.once('confirmation', resolve).on('error', reject)))
  } finally {
    void subscription.unsubscribe().catch(() => {})
    subscription.destroy()
  }
  await readOne(client)
}

/** Why a greeting was in vain, and what to do: the end of a sentence. */
export const whyNotGreeted = (error: unknown): string => {
  if (error instanceof EventStoreUnavailable) return whyNobody(error.cause)
  if (error instanceof AccessDeniedError) return 'its user may not read $all, which subscribers need; name one of $admins, or grant it.'
  return error instanceof Error ? error.message : String(error)
}

const whyNobody = (met: unknown): string => {
  if (met instanceof NotLeaderError) return 'the node that answers follows another; name every node of the cluster, separated by commas.'
  const said = met instanceof Error ? met.message : ''
  if (noLeader.test(said)) return 'its cluster has no leader; see that more than half of the nodes run and reach each other.'
  const certificate = untrusted.exec(said)?.[1]
  return certificate === undefined
    ? nobody
    : `its certificate is not accepted (${certificate}); name the authority's with tlsCAFile=, or the host as the certificate does.`
}

/** What Node says of a certificate, without its advice, in the midst of what the client says. */
const untrusted = /Last error: (?:Error(?: \[\w+\])?: )?([^\n;]*certificate[^\n;]*?)[:. ]*(?:;[^\n]*)?Resolution note/i

const noLeader = /No leader info/

const nobody =
  'nobody answers there as KurrentDB does; start it, or correct the address ' +
  '(tls=false for a server without TLS, tlsCAFile= for certificates of its own).'
