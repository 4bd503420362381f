import { Command } from 'commander'
import { defaultAgreement } from '@concord/recognition'
import { systemClock } from '@concord/service-kit'
import { decidingNow } from '../../../registry/src/projecting/registry-projection.js'
import { openRegistryTables } from '../../../registry/src/tables/registry-tables.js'
import { logOfCity } from '../city/city-log.js'
import { openCity } from '../city/open-city.js'
import { settled, withTheWorkDone } from '../city/settle.js'
import { mustHaveCity } from '../data-folder/city-here.js'
import { joinCityDatabase } from '../data-folder/city-database.js'
import { dataFolder } from '../data-folder/data-folder.js'
import { whyNotDone } from '../starting/why-not.js'
import { buildAfresh } from './build-afresh.js'
import { compareRegistries, type Comparison } from './compare-registries.js'

const afreshSchema = 'registry_afresh'
const say = (line: string): void => console.log(line)

const told = (persons: readonly string[]): string =>
  `${persons.slice(0, 10).join(' ')}${persons.length > 10 ? ` and ${persons.length - 10} more` : ''}`

const report = ({ persons, facts, decisions, different, feedDiffers }: Comparison): number => {
  if (persons === 0) {
    say('nobody is in the registry yet: there is nothing to compare')
    return 1
  }
  say(`compared ${persons} persons: ${facts} facts, ${decisions} decisions`)
  if (different.length > 0) say(`the registry differs from one built from scratch for ${different.length} persons: ${told(different)}`)
  if (feedDiffers.length > 0) say(`the feed, folded, differs from the registry for ${feedDiffers.length} persons: ${told(feedDiffers)}`)
  if (different.length + feedDiffers.length > 0) return 1
  say('the registry equals one built from scratch, and so does the feed when it is folded')
  return 0
}

/** Builds the registry a second time from the agencies' own events and compares the two person by person. */
const verify = async (): Promise<number> => {
  mustHaveCity(dataFolder)
  const openLog = logOfCity(dataFolder)
  const database = await joinCityDatabase(dataFolder, say)
  const city = await openCity(database.url, systemClock, { openLog })
  try {
    const ready = await (database.isOurs ? withTheWorkDone(city, () => settled(city, say)) : settled(city, say))
    if (!ready) {
      say('some events do not reach the registry; see that the platform runs, look at what it says, and verify again')
      return 1
    }
    await city.database.pool.query(`DROP SCHEMA IF EXISTS ${afreshSchema} CASCADE`)
    const afresh = await openRegistryTables(database.url, afreshSchema)
    try {
      const deciding = { ...decidingNow(afresh, { agreements: [defaultAgreement], clock: systemClock }), feed: undefined }
      let next = 0
      await buildAfresh(city, afresh, deciding, (events) => {
        if (events < next) return
        say(`building a second registry: ${events} events read`)
        next = events + 20_000
      })
      return report(await compareRegistries(city.database, 'registry', afreshSchema))
    } finally {
      await afresh.close()
      await city.database.pool.query(`DROP SCHEMA IF EXISTS ${afreshSchema} CASCADE`)
    }
  } finally {
    await city.close()
    await database.close()
  }
}

new Command('npm run verify:registry --')
  .description(
    "Builds a second registry from the agencies' own events and compares person by person. 用各部门自己的事件另建一份登记库，逐人比对。",
  )
  .showHelpAfterError()
  .parse()

// Ends the server with us, when it is ours.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130))

try {
  process.exitCode = await verify()
} catch (error) {
  console.error(whyNotDone(error))
  process.exitCode = 1
}
