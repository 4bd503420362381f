import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Message } from 'kafkajs'
import fc from 'fast-check'
import { type EventContent, personId, type PublishedEvent, publishedEvent } from '@concord/contracts'
import { contentsOfEach } from '@concord/contracts/testing'
import { startKafka } from '@concord/embedded-kafka'
import { openSigningKeys } from '@concord/event-signing'
import { administer, openKafka, Partitioners } from '@concord/kafka'
import { kafkaPublishedLog, topicName } from '@concord/published-log-kafka'

// What it costs to publish an agency's events, translated and signed, beside the driver alone sending the same messages: batches as the
// relay makes them, in turns, five of each.
const batch = 1_000
const batches = 20
const folder = await mkdtemp(join(tmpdir(), 'concord-bench-'))
const broker = await startKafka({ dataFolder: join(folder, 'kafka') })
const settings = { brokers: [broker.brokers] }
const kafka = openKafka(settings)
const [published, copied] = [topicName('health'), 'copied']
await administer(settings, (admin) => admin.createTopics({ topics: [published, copied].map((topic) => ({ topic, numPartitions: 12 })) }))

const keys = await openSigningKeys(join(folder, 'health.json'))
const log = await kafkaPublishedLog({ settings, signWith: { health: keys }, keysOf: {} })
const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1, createPartitioner: Partitioners.DefaultPartitioner })
await producer.connect()

const contents: readonly EventContent[] = [...contentsOfEach()]
  .filter(([type]) => type.startsWith('concord.health.'))
  .flatMap(([, content]) => fc.sample(content, { seed: 1, numRuns: 50 }))
let position = 0n
await log.publish('health', events(), position)
const messages = await readAll(batch)

const runs: { readonly ours: Cost; readonly driver: Cost }[] = []
for (let run = 0; run < 6; run += 1) {
  const made = Array.from({ length: batches }, () => ({ events: events(), read: position }))
  const ours = await costOf(async () => {
    for (const { events: some, read } of made) await log.publish('health', some, read)
  })
  const driver = await costOf(async () => {
    for (let nth = 0; nth < batches; nth += 1) await producer.send({ topic: copied, acks: -1, messages })
  })
  runs.push({ ours, driver })
}
// The first warms up.
const measured = runs.slice(1)
const sent = batch * batches
for (const name of ['driver', 'ours'] as const)
  console.log(
    `${name}: ${Math.round(sent / median(measured.map((run) => run[name].seconds)))} events/s, ` +
      `${((median(measured.map((run) => run[name].cpuSeconds)) / sent) * 1e6).toFixed(0)} µs of CPU an event`,
  )
console.log(`ratio: ${median(measured.map(({ ours, driver }) => driver.seconds / ours.seconds)).toFixed(2)}`)

await producer.disconnect()
await log.close()
await broker.stop()
await rm(folder, { recursive: true })

interface Cost {
  readonly seconds: number
  readonly cpuSeconds: number
}

/** As many as fill a batch, of all that health tells, each about somebody else. */
function events(): readonly PublishedEvent[] {
  return Array.from({ length: batch }, (_, nth) =>
    publishedEvent.parse({
      id: randomUUID(),
      person: personId.parse(randomUUID().replaceAll('-', '')),
      position: (position += 1n),
      recordedAt: '2026-03-02T08:00:00.000Z',
      correlationId: randomUUID(),
      ...contents[nth % contents.length],
    }),
  )
}

async function costOf(work: () => Promise<void>): Promise<Cost> {
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return { seconds: (performance.now() - began) / 1_000, cpuSeconds: (user + system) / 1e6 }
}

/** The messages that were published, as they are. */
async function readAll(count: number): Promise<Message[]> {
  const consumer = kafka.consumer({ groupId: 'bench' })
  await consumer.connect()
  await consumer.subscribe({ topic: published, fromBeginning: true })
  const read: Message[] = []
  const all = Promise.withResolvers<void>()
  await consumer.run({
    eachMessage: ({ partition, message: { key, value, headers = {} } }) => {
      if (key !== null) read.push({ key, value, headers, partition })
      if (read.length === count) all.resolve()
      return Promise.resolve()
    },
  })
  await all.promise
  await consumer.disconnect()
  return read
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0
}
