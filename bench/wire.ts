import fc from 'fast-check'
import {
  civilAffairsEvent,
  disabledPersonsFederationEvent,
  type EventContent,
  fromProtobuf,
  healthcareSecurityEvent,
  healthEvent,
  toProtobuf,
} from '@concord/contracts'
import { contentsOfEach } from '@concord/contracts/testing'

// What the wire costs beside JSON: microseconds an event (median of seven runs, the fastest and the slowest) and bytes, for events made
// up after their contracts. Both ways check what they read against the contract.
const schemas = {
  'healthcare-security': healthcareSecurityEvent,
  'civil-affairs': civilAffairsEvent,
  'disabled-persons-federation': disabledPersonsFederationEvent,
  health: healthEvent,
}
const toJson = ({ type, data }: EventContent): string => JSON.stringify({ type, data })
const fromJson = ({ context }: EventContent, text: string): unknown => schemas[context].parse(JSON.parse(text))

/** The score of an item is a small number, though its contract leaves that to the standard. */
const scored = (content: EventContent): EventContent =>
  'items' in content.data
    ? ({ ...content, data: { ...content.data, items: content.data.items.map((_, place) => place % 5) } } as EventContent)
    : content

const samples = new Map([...contentsOfEach()].map(([type, contents]) => [type, fc.sample(contents, { seed: 1, numRuns: 100 }).map(scored)]))
const subjects: Readonly<Record<string, readonly EventContent[]>> = {
  'of all events': [...samples.values()].flat(),
  ComaBegan: samples.get('concord.health.v1.ComaBegan') ?? [],
  CertificateIssued: samples.get('concord.disabled_persons_federation.v1.CertificateIssued') ?? [],
  LtcGradeConcluded: samples.get('concord.healthcare_security.v1.LtcGradeConcluded') ?? [],
}

for (const [subject, events] of Object.entries(subjects)) {
  const wire = events.map(toProtobuf)
  const texts = events.map((event): [EventContent, string] => [event, toJson(event)])
  const [bytes, characters] = [mean(wire.map(({ data }) => data.length)), mean(texts.map(([, text]) => Buffer.byteLength(text)))]
  const read = timed(wire, ({ type, data }) => fromProtobuf(type, data))
  const parsed = timed(texts, ([event, text]) => fromJson(event, text))
  console.log(subject)
  console.log(`  protobuf  to ${timed(events, toProtobuf)}  from ${read}  bytes ${bytes}`)
  console.log(`  JSON      to ${timed(events, toJson)}  from ${parsed}  bytes ${characters}`)
}

function timed<Item>(items: readonly Item[], deed: (item: Item) => unknown): string {
  const rounds = Math.ceil(100_000 / items.length)
  const runs = Array.from({ length: 8 }, () => {
    const start = process.cpuUsage()
    for (let round = 0; round < rounds; round += 1) for (const item of items) deed(item)
    const { user, system } = process.cpuUsage(start)
    return (user + system) / (rounds * items.length)
  })
  // The first run warms up.
  const [fastest = 0, , , median = 0, , , slowest = 0] = runs.slice(1).toSorted((one, other) => one - other)
  return `${median.toFixed(2)} µs (${fastest.toFixed(2)}–${slowest.toFixed(2)})`
}

function mean(counts: readonly number[]): string {
  return (counts.reduce((sum, count) => sum + count, 0) / counts.length).toFixed(0)
}
