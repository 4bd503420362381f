import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { contextName } from '@concord/contracts'
import { type CollectedSpan, type Collector, startCollector } from '@concord/telemetry/testing'
import { describeOnOwnKafka, eventually } from '@concord/testing'
import { developmentKeys } from '../../apps/platform/src/development-issuer/development-clients.js'
import { monthsAgo } from '../city/calendar.js'
import { civilAffairsOf } from '../city/civil-affairs.js'
import { healthcareSecurityOf } from '../city/healthcare-security.js'
import { registryOf } from '../city/registry.js'
import { someoneAged } from '../city/resident.js'
import { type Asks, asksAt } from '../city/start-city.js'
import {
  clearAll,
  newDataFolder,
  type Platform,
  processesOn,
  startPlatform,
  startPlatformOnKafka,
  startProgram,
} from '../processes/platform-process.js'

const persons = ['--persons', '300']
const ready = 'Ctrl-C stops everything'

describeOnOwnKafka('a city in separate processes on Kafka (独立进程)', () => {
  it('answers as one in a single process does: about everyone, for every purpose', async () => {
    const single = newDataFolder()
    const platform = await startPlatform(single, persons)
    await platform.says(ready)
    const compared = await does('compare-cities', single, folder)
    platform.signal('SIGINT')
    expect(compared.said).toContain('about 300 persons\nboth cities answer the same to everything')
    expect(await platform.end()).toBe(0)
  }, 240_000)

  it('leaves one trace of a fact in all processes that it passes, up to the lookup that it decides', async () => {
    const resident = await someoneAged(80, asks)
    const insurance = healthcareSecurityOf(asks)
    await insurance.enrols(resident, monthsAgo(40))
    await insurance.gradesSevere(resident, monthsAgo(6))
    await civilAffairsOf(asks).opensFile(resident, monthsAgo(3))
    expect(await registryOf(asks).decides(resident, 'elder-nursing-subsidy')).toMatchObject({ outcome: 'recognised' })
    await eventually(
      () => {
        const spans = collector.spans()
        const command = the(spans, 'healthcare-security', ({ attributes }) => attributes['concord.command'] === 'ConcludeGrade')
        the(spans, 'healthcare-security', ({ name, ...span }) => name === 'append healthcare-security' && goesOnWith(command, span))
        the(spans, 'healthcare-security', ({ name, ...span }) => name === 'publish healthcare-security' && goesOnWith(command, span))
        the(spans, 'registry', ({ name, ...span }) => name === 'apply healthcare-security' && goesOnWith(command, span))
        the(spans, 'registry', ({ name, links }) => name === 'POST /registry/v1/lookups' && links.some((link) => isOf(command, link)))
      },
      { within: 60_000 },
    )
    for (const secret of [resident.person, resident.document]) expect(collector.heard()).not.toContain(secret)
  }, 120_000)

  it('tells operators how far each partition is, and is rebuilt from the topics', async () => {
    const { code, said } = await does('operate', 'progress', '--json')
    const { projections } = JSON.parse(said.slice(said.indexOf('{'))) as { projections: { places: Place[] }[] }
    expect([code, projections.length]).toEqual([0, 1])
    for (const topic of contextName.options)
      expect(projections[0]?.places.filter((place) => place.topic === topic).map(({ partition }) => partition)).toEqual(twelve)
    const [rebuilt, swapped] = [await does('operate', 'rebuild'), await does('operate', 'rebuild', '--swap')]
    expect(rebuilt).toEqual({ code: 0, said: expect.stringContaining('the registry says the same of all\nnobody is parked in it') })
    expect(swapped).toEqual({ code: 0, said: expect.stringContaining('0 changed decisions') })
    expect(await does('verify-registry')).toEqual({ code: 0, said: expect.stringContaining('the registry equals one built from scratch') })
  }, 240_000)

  const folder = newDataFolder()
  let platform: Platform
  let asks: Asks
  let collector: Collector
  beforeAll(async () => {
    collector = await startCollector()
    platform = await startPlatformOnKafka(folder, persons, { OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint })
    await platform.says('importing a made-up city')
    await platform.says(ready)
    asks = asksAt(platform.url, await developmentKeys(folder))
  }, 600_000)
  afterAll(async () => {
    platform.signal('SIGINT')
    expect(await platform.end()).toBe(0)
    expect(processesOn(folder)).toEqual([])
    await collector.close()
    await clearAll()
  }, 60_000)

  const does = async (...command: string[]): Promise<{ readonly code: number | string; readonly said: string }> => {
    const program = startProgram(folder, command)
    return { code: await program.end(), said: program.said() }
  }
})

interface Place {
  readonly topic: string
  readonly partition: number
}

const twelve = Array.from({ length: 12 }, (_, partition) => partition)

/** The span of that process that is so. */
const the = (spans: readonly CollectedSpan[], service: string, isSo: (span: CollectedSpan) => boolean): CollectedSpan => {
  const found = spans.find((span) => span.resource['service.name'] === `concord-${service}` && isSo(span))
  if (!found) throw new Error(`${service} has no such span among ${spans.map(({ name }) => name).join(', ')}`)
  return found
}

const isOf = (command: CollectedSpan, { traceId, spanId }: Pick<CollectedSpan, 'traceId' | 'spanId'>): boolean =>
  traceId === command.traceId && spanId === command.spanId

/** As its child, or by a link where it is about several. */
const goesOnWith = (command: CollectedSpan, { traceId, parentSpanId, links }: Pick<CollectedSpan, 'traceId' | 'parentSpanId' | 'links'>) =>
  (traceId === command.traceId && parentSpanId === command.spanId) || links.some((link) => isOf(command, link))
