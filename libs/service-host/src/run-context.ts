import type { DynamicModule, Provider } from '@nestjs/common'
import type { ContextName, PublishedEvent } from '@concord/contracts'
import type { EventStore, RecordedEvent } from '@concord/event-store'
import { type KurrentEventStore, openKurrentEventStore } from '@concord/event-store-kurrentdb'
import { backlogAfter, postgresEventStore } from '@concord/event-store-postgres'
import { signingKeysIn } from '@concord/event-signing'
import { alone, type Database, openDatabase } from '@concord/postgres'
import { type PublishedLog, relay, type RelayCheckpoint } from '@concord/published-log'
import { kafkaPublishedLog } from '@concord/published-log-kafka'
import { postgresRelayCheckpoint } from '@concord/published-log-postgres'
import { background } from '@concord/service-kit'
import { openTelemetry, type Telemetry, watchDatabase, watchedLog, watchedStore, watchRelay } from '@concord/telemetry'
import { hostSettings, setting, settingsFrom } from './environment.js'
import { groundFrom } from './ground.js'
import { kafkaFor } from './kafka-for.js'
import { readNamed } from './named-file.js'
import { answerOf, ProbesModule } from './probes.controller.js'
import { runService } from './run-service.js'
import { serve } from './serve.js'
import { signingKeysModule } from './signing-keys.controller.js'
import { keepToStore } from './store-in-use.js'

/** A bounded context as a process of its own runs it. */
export interface HostedContext {
  readonly name: ContextName
  readonly moduleOn: (store: EventStore) => DynamicModule
  readonly toPublishedEvent: (event: RecordedEvent) => PublishedEvent | undefined
}

/** What a context's process is told by its environment. */
export const contextSettings = hostSettings.extend({
  /** The context's own: its events, unless they are on KurrentDB, and how far its relay has come. */
  POSTGRES_URL: setting.url,
  KURRENTDB_URL: setting.kurrentDb.optional(),
  /** The keys that sign what it publishes. */
  SIGNING_KEYS_FILE: setting.file,
})

/** A context's process: its HTTP API on its own store, and the relay to Kafka. */
export const runContext = (context: HostedContext): Promise<never> =>
  runService(context.name, async (atTheEnd) => {
    const settings = settingsFrom(contextSettings, process.env)
    const telemetry = await openTelemetry(`concord-${context.name}`)
    atTheEnd(telemetry)
    const database = openDatabase(settings.POSTGRES_URL)
    atTheEnd(database)
    watchDatabase(telemetry, database)
    const opened = await contextStore(context.name, database, settings.KURRENTDB_URL)
    atTheEnd(opened)
    const store = watchedStore(telemetry, context.name, opened)
    // Not made where they are missing: what the lost ones signed could be verified no more.
    const keys = readNamed(settings.SIGNING_KEYS_FILE, 'SIGNING_KEYS_FILE', signingKeysIn)
    const log = await kafkaPublishedLog({ settings: kafkaFor(context.name), signWith: { [context.name]: keys }, keysOf: {} })
    atTheEnd(log)
    const checkpoint = await postgresRelayCheckpoint(database, { schema: schemaOf(context.name), context: context.name })
    const relaying = relayOf(context, { database, store, log: watchedLog(telemetry, log), checkpoint })
    // Of what is on KurrentDB nobody can say how many events lie between two positions.
    if (settings.KURRENTDB_URL === undefined) watchBacklog(context.name, { telemetry, database, checkpoint })
    const served = await serve({
      host: settings.HOST,
      port: settings.PORT,
      ground: groundFrom(settings, telemetry),
      modules: [
        context.moduleOn(store),
        ProbesModule.on(answerOf(database), opened.answer),
        signingKeysModule(context.name, keys),
        relaying,
      ],
    })
    atTheEnd(served)
    return served
  })

interface Ways {
  readonly database: Database
  readonly store: EventStore
  readonly log: PublishedLog
  readonly checkpoint: RelayCheckpoint
}

/** Whoever has it on the context's database relays, and nobody else. */
export const relayTurn = (context: ContextName): string => `relay ${context}`

/** Of several processes of a context one relays; another takes over when that one is gone. */
const relayOf = ({ name, toPublishedEvent }: HostedContext, { database, store, log, checkpoint }: Ways): DynamicModule => {
  const outbox = { store, log, topic: name, translate: toPublishedEvent, checkpoint }
  const work = (signal: AbortSignal): Promise<void> => relay(outbox, signal)
  const providers: Provider[] = [background(`relay ${name}`, (signal) => alone(database, relayTurn(name), work, signal))]
  return { module: class Relaying {}, providers }
}

const watchBacklog = (
  context: ContextName,
  { telemetry, database, checkpoint }: Pick<Ways, 'database' | 'checkpoint'> & { readonly telemetry: Telemetry },
): void => watchRelay(telemetry, context, async () => backlogAfter(database, schemaOf(context), await checkpoint.load()))

/** A context's events, on whatever they are kept. */
type ContextStore = EventStore & Pick<KurrentEventStore, 'answer' | 'close'>

/**
 * On KurrentDB where the environment names one, else on the context's own PostgreSQL.
 * @throws KurrentFault
 * @throws HostFault when its events are on the other one
 */
export const contextStore = async (context: ContextName, database: Database, kurrentDb: string | undefined): Promise<ContextStore> => {
  await keepToStore(database, { schema: schemaOf(context), context }, kurrentDb === undefined ? 'PostgreSQL' : 'KurrentDB')
  if (kurrentDb !== undefined) return openKurrentEventStore({ url: kurrentDb, prefix: context })
  const store = await postgresEventStore({ database, schema: schemaOf(context) })
  // Whoever asks the database has asked the store, and closes both.
  return { ...store, answer: async () => {}, close: async () => {} }
}

/** PostgreSQL schema of a context; nobody else reads it. */
export const schemaOf = (context: ContextName): string => context.replaceAll('-', '_')
