import { z } from 'zod'
import { setting, settingsFrom } from '@concord/service-host'
import { migrateService } from './migrate-service.js'
import { migrateOptionsFrom } from './options.js'

/** `migrate SERVICE --grant-to ROLE`: what has to be done, as the owner, before a service of this version starts. */
const { service, grantTo } = migrateOptionsFrom(process.argv.slice(2))

try {
  const { POSTGRES_URL } = settingsFrom(z.object({ POSTGRES_URL: setting.url }), process.env)
  await migrateService(POSTGRES_URL, service, grantTo)
  console.log(`The store of ${service} is what this version needs.`)
} catch (error) {
  console.error(`The store of ${service} could not be migrated: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
