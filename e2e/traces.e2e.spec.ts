import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { decodePublished } from '@concord/contracts'
import { defaultAgreement } from '@concord/recognition'
import { systemClock } from '@concord/service-kit'
import { type CollectedSpan, type Collector, startCollector } from '@concord/telemetry/testing'
import { settled } from '../apps/platform/src/city/settle.js'
import { buildAfresh } from '../apps/platform/src/verify-registry/build-afresh.js'
import { compareRegistries } from '../apps/platform/src/verify-registry/compare-registries.js'
import { decidingNow } from '../apps/registry/src/projecting/registry-projection.js'
import { openRegistryTables } from '../apps/registry/src/tables/registry-tables.js'
import { monthsAgo } from './city/calendar.js'
import { journeysInOneCity } from './city/journeys-in-one-city.js'
import type { Resident } from './city/resident.js'

const server = 2
const client = 3
const producer = 4
const consumer = 5

const callersTrace = '4bf92f3577b34da6a3ce929d0e0e4736'
const callersSpan = '00f067aa0ba902b7'

const { city, someoneAged, healthcareSecurity, registry } = journeysInOneCity(async () => {
  collector = await startCollector()
  return collector.telemetryOf('concord-platform')
})
let collector: Collector

describe('the trace of one fact (一条事实的链路)', () => {
  it('goes from the command to the lookup that it decides, through every process on the way', () => {
    const command = concluding()
    expect(command).toMatchObject({
      kind: server,
      name: 'POST /healthcare-security/v1/persons/:person/ltci-grading/conclude',
      attributes: {
        'http.request.method': 'POST',
        'http.route': '/healthcare-security/v1/persons/:person/ltci-grading/conclude',
        'http.response.status_code': 200,
        'url.scheme': 'http',
        'concord.context': 'healthcare-security',
        'concord.command.result': 'accepted',
      },
      resource: { 'service.name': 'concord-platform' },
    })
    expect(theOne(isOf(command, 'append healthcare-security'))).toMatchObject({
      kind: client,
      parentSpanId: command.spanId,
      attributes: { 'concord.events': 1, 'concord.position': resident.recorded['healthcare-security'] },
    })
    expect(theOne(isOf(command, 'publish healthcare-security'))).toMatchObject({
      kind: producer,
      attributes: { 'messaging.destination.name': 'healthcare-security', 'messaging.operation.type': 'send' },
    })
    expect(theOne(isOf(command, 'apply healthcare-security'))).toMatchObject({
      kind: consumer,
      attributes: { 'messaging.destination.partition.id': '0', 'messaging.operation.type': 'process', 'concord.projection': 'registry' },
    })
    const lookups = spans.filter(({ name }) => name === 'POST /registry/v1/lookups')
    expect(lookups.map(leadsTo(command))).toEqual([true, true])
  })

  it('goes on with the trace of the caller, and names the request as its answer does', () => {
    const asked = theOne(({ traceId, kind }) => traceId === callersTrace && kind === server)
    expect(asked).toMatchObject({ parentSpanId: callersSpan, attributes: { 'concord.request.id': requestId } })
    expect(spans.filter(({ traceId }) => traceId === callersTrace).map(({ name }) => name)).toEqual(
      expect.arrayContaining(['append civil-affairs', 'publish civil-affairs', 'apply civil-affairs']),
    )
  })

  it('is found from a batch of lookups too', () => {
    const batch = theOne(({ name }) => name === 'POST /registry/v1/lookups:batch')
    expect(leadsTo(concluding())(batch)).toBe(true)
  })

  it('is the same in the store, on the log and in the registry', async () => {
    const { pool } = city().city.database
    const { rows } = await pool.query<{ trace: string | null; published: string; fact: string }>(`
      SELECT e.cause ->> 'trace' AS trace, p.body AS published, f.event AS fact
      FROM healthcare_security.events AS e
      JOIN published_log.published AS p ON p.topic = 'healthcare-security' AND p.position = e.position AND p.person IS NOT NULL
      JOIN registry.facts AS f ON f.context = p.topic AND f.position = p.position`)
    expect(rows.length).toBeGreaterThan(1)
    for (const { trace, published, fact } of rows) {
      expect(trace).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/)
      expect([decodePublished(published).trace, decodePublished(fact).trace]).toEqual([trace, trace])
      expect(fact).toBe(published)
    }
  })

  it('makes no difference between the registry and one that is built afresh from the stores', async () => {
    const { city: whole } = city()
    const afresh = await openRegistryTables(whole.database.pool.options.connectionString ?? '', 'registry_afresh')
    try {
      const deciding = decidingNow(afresh, { agreements: [defaultAgreement], clock: systemClock })
      await buildAfresh(whole, afresh, deciding, () => {})
      expect(await compareRegistries(whole.database, 'registry', 'registry_afresh')).toMatchObject({
        persons: 1,
        different: [],
        feedDiffers: [],
      })
    } finally {
      await afresh.close()
    }
  })

  it('tells nothing of anyone, nor how an address was written', () => {
    expect(spans.length).toBeGreaterThan(20)
    for (const secret of [resident.person, resident.document, 'elder-nursing-subsidy', '?']) expect(collector.heard()).not.toContain(secret)
  })

  it('is counted when it reaches the collector', async () => {
    const metrics = await (await city().fetch('/metrics')).text()
    expect(metrics).toContain(`concord_trace_spans_total{result="sent"} ${spans.length}`)
  })

  let resident: Resident
  let requestId: string | null
  let spans: readonly CollectedSpan[]

  beforeAll(async () => {
    resident = await someoneAged(80)
    await healthcareSecurity.enrols(resident, monthsAgo(40))
    await healthcareSecurity.gradesSevere(resident, monthsAgo(6))
    await opensFileWithin(`00-${callersTrace}-${callersSpan}-01`)
    expect(await registry.decides(resident, 'elder-nursing-subsidy')).toMatchObject({ outcome: 'recognised' })
    await registry.decides(resident, 'elder-nursing-subsidy')
    await city().post('civil-affairs', '/registry/v1/lookups:batch', {
      lookups: [{ person: resident.person, purpose: 'elder-nursing-subsidy' }],
    })
    expect(await settled(city().city, () => {})).toBe(true)
    await city().city.telemetry.close()
    spans = collector.spans()
  })

  afterAll(() => collector.close())

  const opensFileWithin = async (traceparent: string): Promise<void> => {
    const answer = await city().fetch('/civil-affairs/v1/persons', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await city().tokenOf('civil-affairs')}`,
        'content-type': 'application/json',
        traceparent,
        tracestate: 'vendor=whatever',
      },
      body: JSON.stringify({ document: resident.document, on: monthsAgo(3), householdRegion: '350203', residenceRegion: '350203' }),
    })
    expect(answer.status).toBe(200)
    requestId = answer.headers.get('x-request-id')
    resident.recorded['civil-affairs'] = ((await answer.json()) as { position: string }).position
  }

  const concluding = () => theOne(({ attributes }) => attributes['concord.command'] === 'ConcludeGrade')

  const theOne = (isIt: (span: CollectedSpan) => boolean): CollectedSpan => {
    const [found, ...others] = spans.filter(isIt)
    if (!found || others.length > 0)
      throw new Error(`${others.length + (found ? 1 : 0)} spans of ${spans.map(({ name }) => name).join(', ')}`)
    return found
  }
})

const leadsTo =
  ({ traceId, spanId }: CollectedSpan) =>
  ({ links }: CollectedSpan): boolean =>
    links.some((link) => link.traceId === traceId && link.spanId === spanId)

/** Whether a span of that name goes on with a command's trace: as its child, or by a link where it is about several. */
const isOf =
  (command: CollectedSpan, named: string) =>
  (span: CollectedSpan): boolean =>
    span.name === named && ((span.traceId === command.traceId && span.parentSpanId === command.spanId) || leadsTo(command)(span))
