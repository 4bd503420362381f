import { encodePublished } from '@concord/contracts'
import { UnknownOffset, type LoggedEvent, type LogPage, type PublishedLog, type Topic } from './published-log.js'

/** A log that forgets when the process ends: for specifications, and to try things out. */
export const inMemoryPublishedLog = (): PublishedLog => {
  const topics = new Map<Topic, LoggedEvent[]>()
  let news = Promise.withResolvers<void>()
  const logOf = (topic: Topic): LoggedEvent[] => {
    const log = topics.get(topic) ?? []
    topics.set(topic, log)
    return log
  }

  return {
    publish: (topic, events) => {
      const log = logOf(topic)
      for (const event of events) {
        log.push({ offset: BigInt(log.length + 1), person: event.person, position: event.position, body: encodePublished(event) })
      }
      news.resolve()
      news = Promise.withResolvers()
      return Promise.resolve()
    },

    async *subscribe(topic, after, signal): AsyncGenerator<LogPage> {
      const log = logOf(topic)
      if (after > log.length) throw new UnknownOffset(topic, after)
      const aborted = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
      for (let seen = Number(after); !signal.aborted;) {
        const page = log.slice(seen)
        seen += page.length
        if (page.length > 0) yield page
        else await Promise.race([news.promise, aborted])
      }
    },

    ahead: (topic, after) => {
      const head = BigInt(logOf(topic).length)
      return Promise.resolve({ head, events: Number(head - after) })
    },
  }
}
