import 'reflect-metadata'
import type { DynamicModule } from '@nestjs/common'
import { AUDIT_TRAIL, type AuditTrail } from '@concord/audit-trail'
import { runProjection, waiterFor } from '@concord/projections'
import { answerOf, groundFrom, ProbesModule, runService, serve, settingsFrom } from '@concord/service-host'
import { background } from '@concord/service-kit'
import { openTelemetry } from '@concord/telemetry'
import { type OpenRegistry, openRegistry, ruling } from './open-registry.js'
import { keepSwept } from './projecting/keep-swept.js'
import { RegistryModule } from './registry.module.js'
import { registrySettings } from './settings.js'

await runService('registry', async (atTheEnd) => {
  const settings = settingsFrom(registrySettings, process.env)
  const telemetry = await openTelemetry('concord-registry')
  atTheEnd(telemetry)
  const registry = await openRegistry(settings, telemetry, atTheEnd)
  const { trail, tables, projection } = registry
  const served = await serve({
    host: settings.HOST,
    port: settings.PORT,
    ground: groundFrom(settings, telemetry),
    modules: [
      onTrail(trail),
      RegistryModule.on(tables, ruling.agreements, waiterFor(projection)),
      ProbesModule.on(answerOf(tables.database)),
      work(registry),
    ],
  })
  atTheEnd(served)
  return served
})

function onTrail(trail: AuditTrail): DynamicModule {
  return { module: class Trail {}, global: true, providers: [{ provide: AUDIT_TRAIL, useValue: trail }], exports: [AUDIT_TRAIL] }
}

/** Several processes of the registry share the places of the log; each keeps the days swept. */
function work({ projection, tables }: OpenRegistry): DynamicModule {
  return {
    module: class Work {},
    providers: [
      background('registry projector', (signal) => runProjection(projection, signal)),
      background('registry sweeper', (signal) => keepSwept(tables, ruling, signal)),
    ],
  }
}
