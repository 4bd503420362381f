import { createSecretKey } from 'node:crypto'
import { postgresEventStore } from '@concord/event-store-postgres'
import { importFile } from '@concord/file-import'
import { visitKind, visitRefusals } from '@concord/file-import/testing'
import { openDatabase } from '@concord/postgres'
import { postgresCheckpoints } from '../postgres-checkpoints.js'

/** A program that may be killed: imports a file of visits, and tells on standard output how many rows are done. */
const [url = '', file = '', rejects = ''] = process.argv.slice(2)
const database = openDatabase(url)
const store = await postgresEventStore({ database, schema: 'health' })
const checkpoints = await postgresCheckpoints(database, 'health')
const key = createSecretKey('ab'.repeat(32), 'hex')
await importFile({
  file,
  rejects,
  context: 'health',
  kind: visitKind,
  refusals: visitRefusals,
  store,
  checkpoints,
  key,
  onProgress: ({ rows }) => process.stdout.write(`${rows}\n`),
})
await database.close()
