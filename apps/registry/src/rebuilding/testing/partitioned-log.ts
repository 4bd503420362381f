import { inMemoryPublishedLog, type LogPage, type Offset, type Place, type PublishedLog } from '@concord/published-log'

/** A log whose topics are split by person. */
export const partitionedLog = (partitions: number): PublishedLog => {
  const parts = Array.from({ length: partitions }, inMemoryPublishedLog)
  const partitionOf = (person: string): number => Number.parseInt(person.slice(0, 4), 16) % partitions
  const partOf = ({ partition }: Place): PublishedLog => {
    const part = parts[partition]
    if (!part) throw new RangeError(`there is no partition ${partition}`)
    return part
  }
  return {
    publish: async (topic, events, sourceRead) => {
      for (const [nth, part] of parts.entries())
        await part.publish(
          topic,
          events.filter(({ person }) => partitionOf(person) === nth),
          sourceRead,
        )
    },
    follow: async (topics, { begin, take }, signal) => {
      let last: Promise<unknown> = Promise.resolve()
      const inTurn = (page: LogPage): Promise<Offset> => {
        const taken = last.then(() => take(page))
        last = taken.catch(() => {})
        return taken
      }
      await Promise.all(
        parts.map((part, partition) =>
          part.follow(topics, { begin: (place) => begin({ ...place, partition }), take: (page) => inTurn({ ...page, partition }) }, signal),
        ),
      )
    },
    read: (topic, event) => partOf({ topic, partition: partitionOf(event.person) }).read(topic, event),
    places: (topics) => Promise.resolve(topics.flatMap((topic) => parts.map((_, partition) => ({ topic, partition })))),
    placeOf: (topic, person) => Promise.resolve({ topic, partition: partitionOf(person) }),
    ahead: (place, after) => partOf(place).ahead({ ...place, partition: 0 }, after),
  }
}
