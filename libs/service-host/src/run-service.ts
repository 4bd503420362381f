import { once } from 'node:events'
import { KurrentFault } from '@concord/event-store-kurrentdb'
import { KafkaFault } from '@concord/kafka'
import { SchemaFault } from '@concord/postgres'
import { HostFault } from './host-fault.js'

/** Takes what has to be closed at the end, the last one first. */
export type AtTheEnd = (open: { readonly close: () => Promise<void> }) => void

/**
 * Runs a service until it is told to stop: at a signal it finishes what is under way, lets go of everything, and ends with 0. One that
 * cannot start says why and ends with 1.
 */
export const runService = async (name: string, start: (atTheEnd: AtTheEnd) => Promise<{ readonly url: string }>): Promise<never> => {
  const opened: Parameters<AtTheEnd>[0][] = []
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort())
  // Whoever started this and is gone would not be there to stop it.
  process.on('disconnect', () => stopping.abort())
  const stopped = once(stopping.signal, 'abort')
  try {
    const { url } = await start((open) => opened.push(open))
    console.log(`${name} is ready at ${url}`)
    await stopped
  } catch (error) {
    if (!stopping.signal.aborted) {
      console.error(`${name}: ${faultTold(error)}`)
      process.exitCode = 1
    }
  }
  for (const open of opened.toReversed()) await open.close().catch((error: unknown) => console.error(error))
  process.exit()
}

/** One sentence for what whoever set it up can mend; the whole story for what only we can. */
export const faultTold = (error: unknown): string => {
  if (error instanceof HostFault || error instanceof KafkaFault || error instanceof KurrentFault || error instanceof SchemaFault)
    return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
