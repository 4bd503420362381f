import { beforeEach, expect, it } from '@jest/globals'
import { databaseOfSpecs } from '@concord/testing'
import { HostFault } from './host-fault.js'
import { contextStore } from './run-context.js'
import { keepToStore, type StoreKind } from './store-in-use.js'

const database = databaseOfSpecs()
beforeEach(() => database().pool.query('DROP SCHEMA IF EXISTS health CASCADE'))

const keepTo = (kind: StoreKind) => keepToStore(database(), { schema: 'health', context: 'health' }, kind)
const anywhere = 'kurrentdb://127.0.0.1:1?tls=false'

it.each<StoreKind>(['PostgreSQL', 'KurrentDB'])('a context goes on with %s, where it began', async (kind) => {
  for (const _ of ['first', 'again']) await keepTo(kind)
})

it.each<[StoreKind, string | undefined, string]>([
  ['KurrentDB', undefined, 'The events of health are on KurrentDB, and KURRENTDB_URL is not set; set it to where they are'],
  ['PostgreSQL', anywhere, 'The events of health are on PostgreSQL, and KURRENTDB_URL is set; leave it out'],
])('after %s whoever comes with the other store is refused, and told what to do', async (used, url, sentence) => {
  await keepTo(used)
  const opened = contextStore('health', database(), url)
  await expect(opened).rejects.toThrow(HostFault)
  await expect(opened).rejects.toThrow(sentence)
})

it('the schema’s owner chooses anew as the refusal says', async () => {
  await keepTo('PostgreSQL')
  const refusal = await keepTo('KurrentDB').catch(String)
  const [statement = ''] = /DELETE .+(?=\.$)/.exec(String(refusal)) ?? []
  await database().pool.query(statement)
  await keepTo('KurrentDB')
})

it('of two that begin at once with different stores one is refused', async () => {
  const begun = await Promise.allSettled([keepTo('PostgreSQL'), keepTo('KurrentDB')])
  expect(begun.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
})
