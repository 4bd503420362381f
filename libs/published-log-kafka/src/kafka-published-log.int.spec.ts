import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { KafkaMessage } from 'kafkajs'
import { UnreadableEvent } from '@concord/contracts'
import { openSigningKeys, sign } from '@concord/event-signing'
import { type LoggedEvent, type LogPage, type Offset, type Place } from '@concord/published-log'
import { comaBegan, eventsOf, headsOf, publishedLogContract, somebody, takeEvents, takePages } from '@concord/published-log/testing'
import { kafkaLogUnderTest, type KafkaLogUnderTest } from '@concord/published-log-kafka/testing'
import { describeOnKafka, eventually, testFolder } from '@concord/testing'
import { cloudEventOf, headersOf } from './binary-mode.js'
import { messageOf } from './wire.js'

describeOnKafka('on Kafka', () => {
  publishedLogContract('a published log', async () => {
    const { log, close } = await kafkaLogUnderTest()
    return {
      log,
      publishSlowly: async (topic, events, rest) => {
        await sleep(rest / 8)
        await log.publish(topic, events, events.at(-1)?.position ?? 0n)
      },
      close,
    }
  })

  describe('a message', () => {
    let made: KafkaLogUnderTest
    beforeAll(async () => {
      made = await kafkaLogUnderTest(1)
    })
    afterAll(() => made.close())

    /** What lies on a topic, as a consumer that knows nothing of us gets it. */
    const raw = async (): Promise<KafkaMessage> => {
      const consumer = made.kafka.consumer({ groupId: `${made.topic('health')}-raw-${somebody()}` })
      const got = Promise.withResolvers<KafkaMessage>()
      await consumer.connect()
      await consumer.subscribe({ topic: made.topic('health'), fromBeginning: true })
      await consumer.run({ eachMessage: async ({ message }) => got.resolve(message) })
      const message = await got.promise
      await consumer.disconnect()
      return message
    }
    /** The last event there, as a consumer of ours reads it. */
    const readAfter = async (start: (place: Place) => Offset): Promise<unknown> => {
      const [event] = await takeEvents(made.log, 1, start)
      return event && made.log.read('health', event)
    }
    /** Puts something on the topic past all rules, and reads it as a consumer of ours. */
    const put = async (message: { key: string | null; value: Buffer | null; headers?: Record<string, string> }): Promise<LoggedEvent> => {
      const start = await headsOf(made.log)
      const producer = made.kafka.producer()
      await producer.connect()
      await producer.send({ topic: made.topic('health'), messages: [message] })
      await producer.disconnect()
      const [event] = await takeEvents(made.log, 1, start)
      if (!event) throw new Error('nothing was there')
      return event
    }
    const refused = async (message: Parameters<typeof put>[0], why: RegExp): Promise<void> => {
      const event = await put(message)
      await expect(made.log.read('health', event)).rejects.toThrow(UnreadableEvent)
      await expect(made.log.read('health', event)).rejects.toThrow(why)
    }
    type Sound = Awaited<ReturnType<typeof sound>>
    const sound = async () => {
      const { key, value, headers } = await messageOf(comaBegan(7n), made.keys.health.current())
      return { key: String(key), value: value as Buffer, headers: headers as Record<string, string> }
    }

    it('is a CloudEvent in binary mode, keyed by person, its data protobuf', async () => {
      const event = comaBegan(12n)
      await made.log.publish('health', [event], 12n)
      const { key, value, headers } = await raw()
      expect(key?.toString()).toBe(event.person)
      const told = Object.fromEntries(Object.entries(headers ?? {}).map(([name, held]) => [name, String(held)]))
      expect(told).toMatchObject({
        'content-type': 'application/protobuf',
        ce_specversion: '1.0',
        ce_id: event.id,
        ce_source: '/concord/health',
        ce_type: 'concord.health.v1.ComaBegan',
        ce_time: '2026-03-02T08:00:00Z',
        ce_partitionkey: event.person,
        ce_recordedtime: '2026-03-02T08:00:00.000Z',
        ce_sequence: '00000000000000000012',
        ce_correlationid: 'request-1',
        ce_dataclassification: 'sensitive-personal',
      })
      expect(value?.toString('latin1')).toBe('\n\n2026-03-02')
    })

    it('is read as what was published', async () => {
      const start = await headsOf(made.log)
      const event = comaBegan(13n)
      await made.log.publish('health', [event], 13n)
      expect(await readAfter(start)).toEqual(event)
    })

    it.each<[string, (sound: Sound) => Parameters<typeof put>[0], RegExp]>([
      ['without headers', () => ({ key: somebody(), value: Buffer.from('{}') }), /no CloudEvent/],
      [
        'from another owner',
        (sound) => ({ ...sound, headers: { ...sound.headers, ce_source: '/concord/civil-affairs' } }),
        /who owns the topic/,
      ],
      ['that nobody signed', (sound) => ({ ...sound, headers: { ...sound.headers, ce_dssematerial: '' } }), /not signed/],
      [
        'with another position',
        (sound) => ({ ...sound, headers: { ...sound.headers, ce_sequence: '9'.repeat(19) } }),
        /not what was signed/,
      ],
      ['with other data', (sound) => ({ ...sound, value: Buffer.from('\n\n2026-03-03') }), /not what was signed/],
      ['about another person than its key says', (sound) => ({ ...sound, key: somebody() }), /key is not the person/],
      ['without data', (sound) => ({ ...sound, value: null }), /not what was signed/],
    ])('%s cannot be read, and says why', async (_name, message, why) => refused(message(await sound()), why))

    it.each([
      ['of a type nobody knows', { type: 'concord.health.v1.Unheard' }, Buffer.alloc(0), /Unheard/],
      [
        'of another context’s type',
        { type: 'concord.civil_affairs.v1.DeathReportWithdrawn' },
        Buffer.from('\n\n2026-03-02'),
        /no event of/,
      ],
      ['whose bytes do not decode', {}, Buffer.from([0xff, 0xff]), /bytes/],
      ['whose data breaks the contract', {}, Buffer.from('\n\n2026-02-31'), /on/],
      ['whose id is none', { id: 'one' }, Buffer.from('\n\n2026-03-02'), /attributes do not fit/],
    ])('%s cannot be read, though its owner signed it', async (_name, attributes, data, why) => {
      const { key, value, headers } = await sound()
      const event = cloudEventOf({ value, headers })
      const signed = await sign({ attributes: { ...event.attributes, ...attributes }, data }, made.keys.health.current())
      await refused({ key, value: data, headers: headersOf(signed) as Record<string, string> }, why)
    })

    it('signed with a key of somebody else cannot be read', async () => {
      const other = await openSigningKeys(`${testFolder()}/other.json`)
      const { key, value, headers } = await messageOf(comaBegan(7n), other.current())
      await refused({ key: String(key), value: value as Buffer, headers: headers as Record<string, string> }, /no key of its owner/)
    })

    it('about nobody is parked by itself, each one', async () => {
      const [one, other] = [await put({ key: null, value: Buffer.from('x') }), await put({ key: 'x', value: Buffer.from('x') })]
      expect(one.person).not.toBe(other.person)
    })

    it('that claims how far the source was read is not believed without the owner’s signature', async () => {
      const start = await headsOf(made.log)
      await put({
        key: null,
        value: Buffer.from([8, 99]),
        headers: { ce_specversion: '1.0', ce_source: '/concord/health', ce_type: 'concord.relay.v1.SourceRead' },
      })
      const pages = await takePages(made.log, { begin: start, until: (seen) => eventsOf(seen).length > 0 })
      expect(pages.map(({ sourceRead }) => sourceRead)).toEqual([0n])
    })
  })

  describe('two followers of one group', () => {
    let made: KafkaLogUnderTest
    beforeAll(async () => {
      made = await kafkaLogUnderTest(12)
    })
    afterAll(() => made.close())

    it('share the partitions, all topics of one together; when one leaves the other has them all, and nothing is taken twice or skipped', async () => {
      const at = new Map<string, Offset>()
      const taken: { readonly by: number; readonly page: LogPage }[] = []
      const name = ({ topic, partition }: Place) => `${topic} ${partition}`
      const follow = (by: number, signal: AbortSignal, log = made.log) =>
        log.follow(
          ['health', 'civil-affairs'],
          {
            group: 'sharing',
            begin: (place) => Promise.resolve(at.get(name(place)) ?? 0n),
            take: (page) => {
              const here = at.get(name(page)) ?? 0n
              if (page.after !== here) return Promise.resolve(here)
              at.set(name(page), page.offset)
              taken.push({ by, page })
              return Promise.resolve(page.offset)
            },
          },
          signal,
        )
      const [first, second] = [new AbortController(), new AbortController()]
      const running = [follow(1, first.signal), follow(2, second.signal, await made.open())]
      const published: bigint[] = []
      const publish = async (count: number) => {
        for (let nth = 0; nth < count; nth++) {
          published.push(BigInt(published.length + 1))
          await made.log.publish('health', [comaBegan(BigInt(published.length))], BigInt(published.length))
        }
      }
      const positions = () => taken.flatMap(({ page }) => page.events.map(({ position }) => position)).toSorted((a, b) => (a < b ? -1 : 1))
      await eventually(
        async () => {
          await publish(12)
          expect(new Set(taken.slice(-12).map(({ by }) => by)).size).toBe(2)
        },
        { within: 30_000 },
      )
      const since = taken.length
      await publish(60)
      await eventually(() => expect(positions()).toEqual(published), { within: 20_000 })
      const owners = Map.groupBy(taken.slice(since), ({ page }) => page.partition)
      for (const pages of owners.values()) expect(new Set(pages.map(({ by }) => by)).size).toBe(1)
      expect(new Set(taken.slice(since).map(({ by }) => by)).size).toBe(2)

      first.abort()
      await running[0]
      const after = taken.length
      await publish(60)
      await eventually(() => expect(positions()).toEqual(published), { within: 30_000 })
      expect(new Set(taken.slice(after).map(({ by }) => by))).toEqual(new Set([2]))
      second.abort()
      await running[1]
    })
  })
})
