import type { AllStreamResolvedEvent, AllStreamSubscription } from '@kurrent/kurrentdb-client'
import { ConnectionLost } from './outage.js'

/** As many events wait for a slow subscriber, and once more in each of the client's buffers before; the server waits for the rest. */
export const eventsInPage = 500

/**
 * What a subscription brings, as much at once as has come in the meantime, until the signal aborts.
 * @throws what ends the subscription, ConnectionLost when the server only let go
 */
export async function* pages(subscription: AllStreamSubscription, signal: AbortSignal): AsyncGenerator<readonly AllStreamResolvedEvent[]> {
  let end: Error | undefined
  let wake = (): void => {}
  const endWith = (error: Error): void => {
    end ??= error
    wake()
  }
  const letGo = (): void => endWith(new ConnectionLost('KurrentDB ended a subscription'))
  const aborted = (): void => wake()
  // Who listens for errors goes on listening: one may come after the subscriber has left, and would end the process.
  subscription.on('error', endWith).on('end', letGo).on('close', letGo)
  subscription.on('readable', () => wake())
  signal.addEventListener('abort', aborted)
  try {
    while (!signal.aborted) {
      const page = whatHasCome(subscription)
      if (page.length > 0) yield page
      else if (end) throw end
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  } finally {
    signal.removeEventListener('abort', aborted)
    // To destroy the stream only stops listening; the server would go on sending.
    void subscription.unsubscribe().catch(() => {})
    subscription.destroy()
  }
}

const whatHasCome = (subscription: AllStreamSubscription): AllStreamResolvedEvent[] => {
  const page: AllStreamResolvedEvent[] = []
  while (page.length < eventsInPage) {
    const next = subscription.read() as AllStreamResolvedEvent | null
    if (next === null) break
    page.push(next)
  }
  return page
}
