import { systemClock } from '@concord/service-kit'
import { carryOut } from '../../../registry/src/operating/carry-out.js'
import { logOfCity } from '../city/city-log.js'
import { openCity } from '../city/open-city.js'
import { mustHaveCity } from '../data-folder/city-here.js'
import { joinCityDatabase } from '../data-folder/city-database.js'
import { dataFolder } from '../data-folder/data-folder.js'
import { whyNotDone } from '../starting/why-not.js'

/** `npm run operate`: on the city of this data folder. */
await carryOut({
  typed: 'npm run operate --',
  whyNot: whyNotDone,
  open: async () => {
    mustHaveCity(dataFolder)
    const openLog = logOfCity(dataFolder)
    const database = await joinCityDatabase(dataFolder, (line) => console.error(line))
    const city = await openCity(database.url, systemClock, { openLog })
    return {
      ...city,
      url: database.url,
      close: async () => {
        await city.close()
        await database.close()
      },
    }
  },
})
