import type { Message, Producer as DriversProducer, ProducerConfig } from 'kafkajs'
import { Partitioners } from '@concord/kafka'
import { oneAtATime } from '@concord/published-log'

type Producer = Pick<DriversProducer, 'connect' | 'send' | 'disconnect'>

/** Enough to fill a request well, few enough that the next ones are signed meanwhile, and to stay below the largest that brokers take. */
const messagesInRequest = 500

/**
 * Sends a topic's messages, some still in the making, in the order in which it gets them, each durable on all in-sync replicas before
 * the next request leaves: what is tried again is not there twice, and nothing overtakes it.
 */
export const publisher = (kafka: { producer(config: ProducerConfig): Producer }, topic: string) => {
  const turns = oneAtATime()
  let producer: Promise<Producer> | undefined

  const connected = async (): Promise<Producer> => {
    const made = kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: { retries: 60, initialRetryTime: 100, maxRetryTime: 1_000 },
    })
    await made.connect()
    return made
  }

  /**
   * A partition whose lead goes to a broker that has answered already is left out when the driver tries again, and nothing is said of it
   * but that its answer is missing (kafkajs #1303).
   */
  const sendSome = async (to: Producer, messages: readonly Message[]): Promise<void> => {
    const written = new Set((await to.send({ topic, acks: -1, messages: [...messages] })).map(({ partition }) => partition))
    const left = messages.map(({ partition }) => partition).filter((partition) => partition !== undefined && !written.has(partition))
    if (left.length > 0) throw new Error(`Kafka did not say that it has written partition ${[...new Set(left)].join(', ')} of ${topic}`)
  }

  const sendAll = async (messages: readonly Promise<Message>[]): Promise<void> => {
    // One that cannot be made fails whoever waits for it; nobody does when an earlier request has failed.
    for (const message of messages) message.catch(() => {})
    producer ??= connected()
    try {
      for (let from = 0; from < messages.length; from += messagesInRequest)
        await sendSome(await producer, await Promise.all(messages.slice(from, from + messagesInRequest)))
    } catch (error) {
      // A producer that failed may have lost count of its sequence; the next attempt begins with a new one.
      const broken = producer
      producer = undefined
      await broken.then((one) => one.disconnect()).catch(() => {})
      throw error
    }
  }

  return {
    send: (messages: readonly Promise<Message>[]): Promise<void> => turns(() => sendAll(messages)),
    close: (): Promise<void> => turns(async () => (await producer)?.disconnect()).catch(() => {}),
  }
}
