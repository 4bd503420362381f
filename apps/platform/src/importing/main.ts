import 'reflect-metadata'
import { ImportFault } from '@concord/file-import'
import { openDatabase } from '@concord/postgres'
import { contextSettings, contextStore, faultTold, personKeyIn, settingsFrom } from '@concord/service-host'
import { runImport } from './run-import.js'

const settingsOfImports = contextSettings.pick({ POSTGRES_URL: true, KURRENTDB_URL: true, PERSON_KEY_FILE: true })

/** Files into the store of a context that runs elsewhere, told by the environment that its process is told by. */
await runImport({
  typed: 'import',
  whyNot: (error) => (error instanceof ImportFault ? error.message : faultTold(error)),
  open: async (context) => {
    const { POSTGRES_URL, KURRENTDB_URL, PERSON_KEY_FILE } = settingsFrom(settingsOfImports, process.env)
    const key = personKeyIn(PERSON_KEY_FILE)
    const database = openDatabase(POSTGRES_URL)
    try {
      const store = await contextStore(context, database, KURRENTDB_URL)
      const close = async (): Promise<void> => {
        await store.close()
        await database.close()
      }
      return { database, key, store, close }
    } catch (error) {
      await database.close()
      throw error
    }
  },
})
