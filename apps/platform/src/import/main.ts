import 'reflect-metadata'
import { openDatabase } from '@concord/postgres'
import { personKeyOf } from '../city/person-key.js'
import { joinCityDatabase } from '../data-folder/city-database.js'
import { dataFolder } from '../data-folder/data-folder.js'
import { runImport } from '../importing/run-import.js'
import { whyNotStarted } from '../starting/why-not-started.js'

/** `npm run import`: files into the city of this data folder. */
await runImport({
  typed: 'npm run import --',
  whyNot: whyNotStarted,
  open: async () => {
    const server = await joinCityDatabase(dataFolder, (line) => console.error(line))
    const database = openDatabase(server.url)
    const close = async (): Promise<void> => {
      await database.close()
      await server.close()
    }
    try {
      return { database, key: await personKeyOf(database, dataFolder), close }
    } catch (error) {
      await close()
      throw error
    }
  },
})
