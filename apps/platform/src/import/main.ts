import 'reflect-metadata'
import { openDatabase } from '@concord/postgres'
import { personKeyOf } from '../city/person-key.js'
import { hasCity } from '../data-folder/city-here.js'
import { joinCityDatabase } from '../data-folder/city-database.js'
import { dataFolder } from '../data-folder/data-folder.js'
import { runImport } from '../importing/run-import.js'
import { whyNotDone } from '../starting/why-not.js'

const notice = (line: string): void => console.error(line)

/** `npm run import`: files into the city of this data folder. */
await runImport({
  typed: 'npm run import --',
  whyNot: whyNotDone,
  open: async () => {
    if (!hasCity(dataFolder)) notice(`There is no city in ${dataFolder} yet; this import begins one.`)
    const server = await joinCityDatabase(dataFolder, notice)
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
