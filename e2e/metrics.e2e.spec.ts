import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from '@jest/globals'
import type { PublishedEvent } from '@concord/contracts'
import { transaction } from '@concord/postgres'
import { parkedPersons } from '@concord/projections'
import { openTelemetry } from '@concord/telemetry'
import { type Sample, samplesIn, sumOf, valuesOf } from '@concord/telemetry/testing'
import { eventually } from '@concord/testing'
import { settled } from '../apps/platform/src/city/settle.js'
import { monthsAgo } from './city/calendar.js'
import { journeysInOneCity } from './city/journeys-in-one-city.js'
import type { Resident } from './city/resident.js'

const { city, someoneAged, healthcareSecurity, civilAffairs, health, registry } = journeysInOneCity(() => openTelemetry('concord-platform'))

describe('the metrics of a running city (监控指标)', () => {
  it('are open, in the text format of Prometheus, and tell of the process too', async () => {
    const answer = await city().fetch('/metrics')
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8'])
    const samples = samplesIn(await answer.text())
    expect(valuesOf(samples, 'process_start_time_seconds')).toHaveLength(1)
    expect(valuesOf(samples, 'nodejs_eventloop_lag_p99_seconds')).toHaveLength(1)
  })

  it('count commands by what came of them', async () => {
    const before = await scrape()
    const lapsing = await someoneAged(70)
    await health.opensRecord(lapsing, monthsAgo(3))
    await health.opensRecord(lapsing, monthsAgo(3))
    const { status } = await city().post('health', `/health/v1/persons/${lapsing.person}/home-sickbed/close`, {
      on: monthsAgo(1),
      reason: 'recovered',
    })
    expect(status).toBe(409)
    const after = await scrape()
    const counted = (labels: Sample['labels']) => rise(before, after, 'concord_commands_total', { context: 'health', ...labels })
    expect(counted({ command: 'OpenHealthRecord', result: 'accepted' })).toBe(1)
    expect(counted({ command: 'OpenHealthRecord', result: 'nothing-new' })).toBe(1)
    expect(counted({ command: 'CloseHomeSickbed', result: 'refused:not-open' })).toBe(1)
    expect(counted({})).toBe(3)
  })

  it('count a command once that is repeated under its key', async () => {
    const before = await scrape()
    const repeated = await someoneAged(70)
    const asked = [`/health/v1/persons/${repeated.person}/falls/report`, { fallId: randomUUID(), on: monthsAgo(1) }] as const
    for (let time = 0; time < 2; time++) expect((await city().post('health', ...asked, { 'idempotency-key': 'fall-1' })).status).toBe(200)
    const after = await scrape()
    const counted = (result: string) => rise(before, after, 'concord_commands_total', { command: 'ReportFall', result })
    expect([counted('accepted'), counted('nothing-new')]).toEqual([1, 1])
    expect(rise(before, after, 'concord_events_appended_total', { context: 'health', type: 'FallReported' })).toBe(1)
  })

  it('time requests by route, never by address', async () => {
    const before = await scrape()
    const shown = await someoneAged(70)
    await city().get('health', `/health/v1/persons/${shown.person}/home-sickbed`)
    await city().get('health', `/health/v1/persons/${shown.document}/home-sickbed`)
    await city().get('health', `/nowhere/${shown.document}`)
    await city().fetch('/%zz')
    const after = await scrape()
    const answered = (labels: Sample['labels']) => rise(before, after, 'concord_http_request_duration_seconds_count', labels)
    const route = '/health/v1/persons/:person/home-sickbed'
    expect(answered({ method: 'GET', route, status: '200' })).toBe(1)
    expect(answered({ method: 'GET', route, status: '400' })).toBe(1)
    expect(answered({ method: 'GET', route: 'none', status: '404' })).toBe(1)
    expect(valuesOf(after, 'concord_http_request_duration_seconds_bucket', { route, status: '200', le: '+Inf' })).toHaveLength(1)
  })

  it('count a caller that does not wait for its answer', async () => {
    const before = await scrape()
    const gone = AbortSignal.timeout(200)
    await expect(city().get('health', '/registry/v1/events?after=1000000&wait=30s', { signal: gone })).rejects.toThrow()
    await eventually(async () =>
      expect(
        rise(before, await scrape(), 'concord_http_request_duration_seconds_count', { route: '/registry/v1/events', status: '499' }),
      ).toBe(1),
    )
  })

  it('follow events from the store over the log to the registry', async () => {
    const before = await scrape()
    const enrolled = await someoneAged(80)
    await healthcareSecurity.enrols(enrolled, monthsAgo(40))
    await healthcareSecurity.gradesSevere(enrolled, monthsAgo(6))
    await registry.decides(enrolled, 'elder-nursing-subsidy')
    expect(await settled(city().city, () => {})).toBe(true)
    const after = await scrape()
    const recorded = await countOf('SELECT count(*)::int AS count FROM healthcare_security.events WHERE stream LIKE $1', enrolled)
    const published = await countOf('SELECT count(*)::int AS count FROM registry.facts WHERE person = $1', enrolled, '')
    expect(recorded).toBeGreaterThan(published)
    const context = 'healthcare-security'
    expect(rise(before, after, 'concord_events_appended_total', { context })).toBe(recorded)
    expect(rise(before, after, 'concord_relay_published_events_total', { context })).toBe(published)
    expect(rise(before, after, 'concord_projector_events_total', { topic: context, partition: '0', projection: 'registry' })).toBe(
      published,
    )
    expect(valuesOf(after, 'concord_relay_lag_events', { context })).toEqual([0])
    expect(valuesOf(after, 'concord_relay_lag_seconds', { context })).toEqual([0])
    expect(valuesOf(after, 'concord_projector_lag_events', { topic: context, partition: '0' })).toEqual([0])
    expect(valuesOf(after, 'concord_projector_lag_seconds', { topic: context, partition: '0' })).toEqual([0])
  })

  it('count what is recorded on the trail, and measure the groups in which it is written', async () => {
    const before = await scrape()
    await Promise.all(Array.from({ length: 20 }, () => registry.decides(known, 'elder-nursing-subsidy')))
    await registry.history(known, 'elder-nursing-subsidy')
    const after = await scrape()
    expect(rise(before, after, 'concord_audit_records_total', { kind: 'lookup' })).toBe(20)
    expect(rise(before, after, 'concord_audit_records_total', { kind: 'history' })).toBe(1)
    expect(rise(before, after, 'concord_audit_group_records_sum')).toBe(21)
    const groups = rise(before, after, 'concord_audit_group_records_count')
    expect(groups).toBeGreaterThan(0)
    expect(groups).toBeLessThanOrEqual(21)
    expect(rise(before, after, 'concord_audit_group_duration_seconds_count')).toBe(groups)
    expect(rise(before, after, 'concord_audit_group_failures_total')).toBe(0)
  })

  it('tell when the trail cannot be written', async () => {
    const before = await scrape()
    await without('audit.entries', async () => {
      expect(await registry.answers('civil-affairs', known, 'elder-nursing-subsidy')).toMatchObject({ status: 503 })
    })
    const after = await scrape()
    expect(rise(before, after, 'concord_audit_group_failures_total')).toBe(1)
    expect(rise(before, after, 'concord_audit_records_total')).toBe(0)
  })

  it('show a relay and a projector that are behind, and for how long', async () => {
    const { pool } = city().city.database
    await transaction(pool, async (client) => {
      await client.query('LOCK TABLE registry.projection_checkpoint, civil_affairs.relay_checkpoint IN EXCLUSIVE MODE')
      const moved = await someoneAged(80)
      await civilAffairs.opensFile(moved, monthsAgo(20))
      await health.opensRecord(moved, monthsAgo(20))
      await eventually(async () => {
        const now = await scrape()
        const [relay, projector] = [{ context: 'civil-affairs' }, { topic: 'health', partition: '0' }]
        expect(valuesOf(now, 'concord_relay_lag_events', relay)).toEqual([1])
        expect(valuesOf(now, 'concord_projector_lag_events', projector)[0]).toBeGreaterThanOrEqual(1)
        const [[relayBehind = 0], [projectorBehind = 0]] = [
          valuesOf(now, 'concord_relay_lag_seconds', relay),
          valuesOf(now, 'concord_projector_lag_seconds', projector),
        ]
        for (const seconds of [relayBehind, projectorBehind]) expect([seconds > 1, seconds < 60]).toEqual([true, true])
      }, patient)
    })
    await eventually(async () => {
      const now = await scrape()
      for (const metric of ['relay_lag_events', 'relay_lag_seconds', 'projector_lag_events', 'projector_lag_seconds'])
        expect(sumOf(now, `concord_${metric}`)).toBe(0)
    }, patient)
  })

  it('show a transaction that holds everyone back', async () => {
    await transaction(city().city.database.pool, async (client) => {
      await client.query('SELECT pg_current_xact_id()')
      await eventually(
        async () => expect(valuesOf(await scrape(), 'concord_oldest_transaction_age_seconds')[0]).toBeGreaterThan(1),
        patient,
      )
    })
    await eventually(async () => expect(valuesOf(await scrape(), 'concord_oldest_transaction_age_seconds')[0]).toBeLessThan(1), patient)
  })

  it('leave out a value that cannot be looked up, count that, and show all others', async () => {
    const before = await scrape()
    expect(valuesOf(before, 'concord_projector_parked_persons')).toHaveLength(4)
    await without('registry.projection_parked', async () => {
      const now = await scrape()
      expect(valuesOf(now, 'concord_projector_parked_persons')).toEqual([])
      expect(rise(before, now, 'concord_scrape_errors_total', { reading: 'parked registry' })).toBe(1)
      expect(rise(before, now, 'concord_scrape_errors_total')).toBe(1)
      expect(valuesOf(now, 'concord_projector_lag_events')).toHaveLength(4)
    })
    expect(valuesOf(await scrape(), 'concord_projector_parked_persons')).toHaveLength(4)
  })

  it('do not wait for a value that does not come', async () => {
    const before = await scrape()
    await transaction(city().city.database.pool, async (client) => {
      await client.query('LOCK TABLE health.relay_checkpoint IN ACCESS EXCLUSIVE MODE')
      const now = await scrape()
      expect(valuesOf(now, 'concord_relay_lag_events').length).toBe(3)
      expect(rise(before, now, 'concord_scrape_errors_total', { reading: 'relay health' })).toBe(1)
    })
    await eventually(async () => expect(valuesOf(await scrape(), 'concord_relay_lag_events')).toHaveLength(4), patient)
  })

  it('show who waits for an operator', async () => {
    const parked = await someoneAged(80)
    await city().city.log.publish('health', [strange(parked)], 0n)
    await eventually(async () => expect(await parkedPersons(city().city.projection)).toHaveLength(1))
    const now = await scrape()
    expect(valuesOf(now, 'concord_projector_parked_persons', { projection: 'registry', topic: 'health' })).toEqual([1])
    expect(sumOf(now, 'concord_projector_parked_persons')).toBe(1)
  })

  it('carry labels that the code knows, and nobody’s word', async () => {
    const described = (await (await city().fetch('/api/openapi.json')).json()) as { paths: Record<string, unknown> }
    const asPattern = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1')
    const routes = new Set([...Object.keys(described.paths).map(asPattern), '/api/openapi.json', 'none'])
    const strangers = (await scrape()).filter(({ labels: { route } }) => route !== undefined && !routes.has(route))
    expect(strangers.map(({ labels }) => labels['route'])).toEqual([])
    const text = await (await city().fetch('/metrics')).text()
    for (const word of [known.person, known.document, known.document.slice(0, 17)]) expect(text).not.toContain(word)
  })

  let known: Resident
  beforeAll(async () => {
    known = await someoneAged(81)
    await healthcareSecurity.enrols(known, monthsAgo(40))
    await healthcareSecurity.gradesSevere(known, monthsAgo(6))
    await civilAffairs.opensFile(known, monthsAgo(20))
    await registry.decides(known, 'elder-nursing-subsidy')
    expect(await settled(city().city, () => {})).toBe(true)
  })
})

const patient = { within: 20_000 }

/** Older metrics than a second are not given out: two looks in one test lie further apart than that. */
const scrape = async (): Promise<readonly Sample[]> => {
  const first = await (await city().fetch('/metrics')).text()
  const fresh = await eventually(async () => {
    const text = await (await city().fetch('/metrics')).text()
    expect(text).not.toBe(first)
    return text
  })
  return samplesIn(fresh)
}

const rise = (before: readonly Sample[], after: readonly Sample[], name: string, labels?: Sample['labels']): number =>
  sumOf(after, name, labels) - sumOf(before, name, labels)

const countOf = async (text: string, { person }: Resident, around = '%'): Promise<number> => {
  const { rows } = await city().city.database.pool.query<{ count: number }>(text, [`${around}${person}`])
  return rows[0]?.count ?? 0
}

/** While a table is out of reach. */
const without = async (table: string, work: () => Promise<void>): Promise<void> => {
  const { pool } = city().city.database
  const [schema, name] = table.split('.')
  await pool.query(`ALTER TABLE ${table} RENAME TO gone`)
  try {
    await work()
  } finally {
    await pool.query(`ALTER TABLE ${schema}.gone RENAME TO ${name}`)
  }
}

/** An event that no version knows. */
const strange = ({ person }: Resident): PublishedEvent =>
  ({
    context: 'health',
    id: randomUUID(),
    person,
    position: 1n,
    recordedAt: '2026-03-02T01:02:03.000Z',
    correlationId: 'spec',
    type: 'UnheardOf',
    data: {},
  }) as unknown as PublishedEvent
