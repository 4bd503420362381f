import { Readable } from 'node:stream'
import type { AllStreamResolvedEvent, AllStreamSubscription, PrefixesFilter } from '@kurrent/kurrentdb-client'
import { shown, type FakeLog } from './fake-log.js'

/** A call that the server serves. */
export interface Live {
  /** There is news. */
  ring(): void
  /** The server ends it, which the client tells by an error or by nothing but the end. */
  end(error?: Error): void
}

export interface Asked {
  readonly after: bigint
  readonly filter: PrefixesFilter | undefined
  readonly highWaterMark: number
  /** When the server begins to serve it; why it does not. */
  readonly reached: Promise<void>
  readonly onSent: () => void
}

/**
 * A subscription as the client makes it: a stream that the server fills as far as there is room, for as long as nobody unsubscribes.
 * Whoever only destroys it leaves the server sending. An error does not close it.
 */
export const fakeSubscription = ({ log }: Pick<FakeLog, 'log'>, live: Set<Live>, asked: Asked): AllStreamSubscription => {
  // What the subscriber claims to have seen is left out, even where the log has not come so far.
  let seen = asked.after
  let hasRoom = false
  const stream = new Readable({
    objectMode: true,
    highWaterMark: asked.highWaterMark,
    read() {
      hasRoom = true
      fill()
    },
  })
  const fits = (streamId: string): boolean => asked.filter?.prefixes.some((prefix) => streamId.startsWith(prefix)) ?? true
  const fill = (): void => {
    for (let place = firstAfter(log, seen); hasRoom && live.has(call); place += 1) {
      const event = log[place]
      if (event === undefined) break
      seen = event.position
      if (!fits(event.streamId)) continue
      asked.onSent()
      hasRoom = stream.push({ event: shown(event), commitPosition: event.position } satisfies AllStreamResolvedEvent)
    }
  }
  const call: Live = {
    ring: fill,
    end: (error) => {
      live.delete(call)
      if (error) stream.emit('error', error)
      else stream.push(null)
    },
  }
  const isServed = asked.reached.then(
    () => {
      live.add(call)
      fill()
      return stream.emit('confirmation')
    },
    (error: unknown) => stream.emit('error', error),
  )
  return Object.assign(stream, { unsubscribe: () => isServed.then(() => void live.delete(call)) })
}

const firstAfter = (log: readonly { readonly position: bigint }[], position: bigint): number => {
  let [from, to] = [0, log.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((log[middle]?.position ?? 0n) > position) to = middle
    else from = middle + 1
  }
  return from
}
