import { QueryBus } from '@nestjs/cqrs'
import { AUDIT_TRAIL, type AuditTrail } from '@concord/audit-trail'
import { inMemoryAuditTrail } from '@concord/audit-trail/testing'
import type { PublishedEvent } from '@concord/contracts'
import type { PersonId } from '@concord/identity'
import { openDatabase, type Database } from '@concord/postgres'
import { prepareProjection, type Projection, progressOf, runProjection, waiterFor } from '@concord/projections'
import type { PublishedLog } from '@concord/published-log'
import { postgresPublishedLog } from '@concord/published-log-postgres'
import { defaultAgreement } from '@concord/recognition'
import { serve, type Served } from '@concord/service-kit/testing'
import { dateInChina, plainDate } from '@concord/standards'
import { eventually, testDatabase } from '@concord/testing'
import { AnswerLookups } from '../../lookups/lookup.query.js'
import { decidingNow, registryProjection, type Ruling } from '../../projecting/registry-projection.js'
import { sweep } from '../../projecting/sweep.js'
import { RegistryModule } from '../../registry.module.js'
import { openRegistryTables, type RegistryTables } from '../../tables/registry-tables.js'
import type { RebuildGround } from '../beside.js'

/** A registry as it runs in a city: a log, a projector, and somebody who asks. */
export interface RegistryAtWork {
  readonly ground: RebuildGround
  readonly database: Database
  readonly tables: RegistryTables
  readonly served: Served
  /** In the order of their positions, as each agency's relay does. */
  readonly publish: (...events: readonly PublishedEvent[]) => Promise<void>
  /** How many events. */
  readonly published: () => number
  /** 民政 asks for its elder nursing subsidy, after an event if one is named. @returns the outcome */
  readonly lookup: (person: PersonId, after?: PublishedEvent) => Promise<string>
  /** Resolves when the projector has applied all that was published. */
  readonly settled: () => Promise<void>
  /** The rows of a question to the database. */
  readonly rows: <Row extends object>(question: string, values?: readonly unknown[]) => Promise<readonly Row[]>
  /** The day in China on which everything happens from now on. */
  readonly turnTo: (day: string) => void
  readonly sweep: () => Promise<void>
  readonly startProjector: () => void
  readonly stopProjector: () => Promise<void>
  readonly close: () => Promise<void>
}

export const startRegistry = async (made?: PublishedLog): Promise<RegistryAtWork> => {
  const test = await testDatabase()
  const database = openDatabase(test.url)
  const log = made ?? (await postgresPublishedLog({ database, schema: 'published_log' }))
  const tables = await openRegistryTables(test.url)
  let now = '2026-03-05T02:00:00.000Z'
  const ruling: Ruling = { agreements: [defaultAgreement], clock: { now: () => new Date(now) } }
  const live = registryProjection(tables, log, ruling)
  await prepareProjection(live)
  const served = await serveRegistry(tables, live)
  const projector = projectorOf(live)
  return {
    ...asking(served),
    ...projector,
    ground: { url: test.url, log, ruling, live },
    database,
    tables,
    served,
    ...publishingTo(log),
    settled: () => eventually(async () => allApplied(await progressOf(live)), { within: 30_000 }),
    rows: async <Row extends object>(question: string, values: readonly unknown[] = []) =>
      (await database.pool.query<Row>(question, [...values])).rows,
    turnTo: (day) => {
      now = `${day}T02:00:00.000Z`
    },
    sweep: () => sweep(tables, plainDate.parse(dateInChina(now)), (on) => ({ ...decidingNow(tables, ruling), on })),
    close: async () => {
      await projector.stopProjector()
      await served.close()
      await Promise.all([tables.close(), database.close()])
      await test.drop()
    },
  }
}

const allApplied = (progress: Awaited<ReturnType<typeof progressOf>>): void => {
  const lag = progress.reduce((sum, one) => sum + one.lag, 0)
  if (lag > 0) throw new Error(`${lag} events are not applied`)
}

const serveRegistry = (tables: RegistryTables, live: Projection): Promise<Served> => {
  const trail: AuditTrail = inMemoryAuditTrail()
  const ground = { module: class Trail {}, global: true, providers: [{ provide: AUDIT_TRAIL, useValue: trail }], exports: [AUDIT_TRAIL] }
  return serve(ground, RegistryModule.on(tables, [defaultAgreement], waiterFor(live)))
}

/** Taken up again after a failure, as the platform does. */
const projectorOf = (live: Projection): Pick<RegistryAtWork, 'startProjector' | 'stopProjector'> => {
  let stop = new AbortController()
  let running: Promise<void> = Promise.resolve()
  return {
    startProjector: () => {
      stop = new AbortController()
      running = runProjection(live, stop.signal)
    },
    stopProjector: async () => {
      stop.abort()
      await running
    },
  }
}

/** One after the other: positions rise on the log. */
const publishingTo = (log: PublishedLog): Pick<RegistryAtWork, 'publish' | 'published'> => {
  let last: Promise<void> = Promise.resolve()
  let count = 0
  const publishNow = async (events: readonly PublishedEvent[]): Promise<void> => {
    count += events.length
    for (const [topic, those] of Map.groupBy(events, ({ context }) => context))
      await log.publish(topic, those, those.at(-1)?.position ?? 0n)
  }
  return { publish: (...events) => (last = last.then(() => publishNow(events))), published: () => count }
}

const asking = ({ app }: Served): Pick<RegistryAtWork, 'lookup'> => {
  const queries = app.get(QueryBus)
  const asker = {
    caller: { client: 'civil-affairs-system', agency: 'civil-affairs' as const },
    requestId: 'b6a3f7a4-8f5a-4c2e-9d42-0a3f3f8a1c11',
  }
  return {
    lookup: async (person, event) => {
      const after = event ? { after: { [event.context]: event.position.toString() } } : {}
      const question = { person, purpose: 'elder-nursing-subsidy', asOf: plainDate.parse('2026-03-05'), ...after }
      const [answer] = await queries.execute(new AnswerLookups([question], { ...asker, at: '2026-03-05T02:00:00.000Z' }))
      return answer?.decision.outcome ?? 'no answer'
    },
  }
}
