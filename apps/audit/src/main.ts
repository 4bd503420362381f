import 'reflect-metadata'
import { AUDIT_TRAIL } from '@concord/audit-trail'
import { migrateAuditTrail, postgresAuditTrail } from '@concord/audit-trail-postgres'
import { openDatabase } from '@concord/postgres'
import { answerOf, groundFrom, ProbesModule, runService, serve, settingsFrom } from '@concord/service-host'
import { openTelemetry, watchDatabase, watchTrail } from '@concord/telemetry'
import { AuditModule } from './audit.module.js'
import { auditSettings } from './settings.js'

await runService('audit', async (atTheEnd) => {
  const settings = settingsFrom(auditSettings, process.env)
  const telemetry = await openTelemetry('concord-audit')
  atTheEnd(telemetry)
  const database = openDatabase(settings.POSTGRES_URL)
  atTheEnd(database)
  watchDatabase(telemetry, database)
  await migrateAuditTrail(database)
  const trail = { provide: AUDIT_TRAIL, useValue: postgresAuditTrail(database, watchTrail(telemetry)) }
  const served = await serve({
    host: settings.HOST,
    port: settings.PORT,
    ground: groundFrom(settings, telemetry),
    modules: [{ module: AuditModule, providers: [trail] }, ProbesModule.on(answerOf(database))],
  })
  atTheEnd(served)
  return served
})
