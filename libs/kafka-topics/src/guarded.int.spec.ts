import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { type GuardedKafka, startGuardedKafka } from '@concord/embedded-kafka/testing'
import { administer, type KafkaSettings, kafkaSettingsFrom, openKafka } from '@concord/kafka'
import { describeOnOwnKafka, testFolder } from '@concord/testing'
import { applyChanges } from './apply-changes.js'
import { differenceBetween } from './difference.js'
import { presentIn } from './present.js'
import { readTopicsFile } from './topics-file.js'
import type { Right } from './topics.js'
import { wantedBy } from './wanted.js'

const wanted = wantedBy(readTopicsFile('infra/kafka/topics.yaml'), 1)
const notAllowed = /not authorized|authorization failed/i
let kafka: GuardedKafka

describeOnOwnKafka('on a cluster that checks rights', () => {
  beforeAll(async () => {
    kafka = await startGuardedKafka(testFolder(), ['admin', 'health', 'registry', 'stranger'])
    await apply()
  }, 600_000)
  afterAll(() => kafka.stop())

  it('all is as the file has it, and nothing is left to do', async () => {
    expect(await missing()).toEqual({ changes: [], refusals: [] })
  })

  it('a right that the file does not name is seen, and taken away', async () => {
    const right: Right = {
      principal: 'User:stranger',
      host: '*',
      permission: 'ALLOW',
      operation: 'READ',
      resource: 'TOPIC',
      pattern: 'LITERAL',
      name: 'concord.health.v1',
    }
    const more = { ...wanted, rights: [...wanted.rights, right] }
    await administer(settingsOf('admin'), (admin) => applyChanges(admin, more, [{ kind: 'grant', right }]))
    expect((await missing()).changes).toEqual([{ kind: 'revoke', right }])
    await apply()
    expect((await missing()).changes).toEqual([])
  })

  it('an agency writes its own topic and no other', async () => {
    await write('health', 'concord.health.v1')
    await expect(write('health', 'concord.civil-affairs.v1')).rejects.toThrow(notAllowed)
    await expect(write('stranger', 'concord.health.v1')).rejects.toThrow(notAllowed)
  })

  it('the registry reads the agencies’ topics in its group, and writes its own', async () => {
    expect(await read('registry', 'concord.health.v1')).toBe('a fact')
    // To whom a group is closed the driver says that it does not find it.
    await expect(read('health', 'concord.health.v1')).rejects.toThrow('find group coordinator')
    await write('registry', 'concord.registry.v1')
    await expect(write('registry', 'concord.health.v1')).rejects.toThrow(notAllowed)
  })

  it('the registry reads them alone, too, and clears its group of one away; nobody else does', async () => {
    expect(await read('registry', 'concord.health.v1', 'concord-alone-1')).toBe('a fact')
    await administer(settingsOf('registry'), (admin) => admin.deleteGroups(['concord-alone-1']))
    await expect(read('health', 'concord.health.v1', 'concord-alone-2')).rejects.toThrow('find group coordinator')
    await expect(read('registry', 'concord.health.v1', 'another-group')).rejects.toThrow('find group coordinator')
  })

  it('somebody else is told that they may not look, or not enter', async () => {
    const look = (settings: KafkaSettings) => administer(settings, (admin) => presentIn(admin, wanted))
    await expect(look(settingsOf('stranger'))).rejects.toMatchObject({ kind: 'not-allowed', message: expect.stringContaining('stranger') })
    const wrong = { ...settingsOf('health'), sasl: { mechanism: 'plain', username: 'health', password: 'guessed' } as const }
    await expect(look(wrong)).rejects.toMatchObject({ kind: 'not-let-in', message: expect.not.stringContaining('guessed') })
    await expect(look({ ...settingsOf('health'), tls: {} })).rejects.toMatchObject({ kind: 'not-trusted' })
  })
})

const settingsOf = (user: string): KafkaSettings => ({ ...kafkaSettingsFrom(kafka.environmentOf(user)), retries: 2 })

const missing = () => administer(settingsOf('admin'), async (admin) => differenceBetween(wanted, await presentIn(admin, wanted)))

const apply = async (): Promise<void> => {
  const { changes } = await missing()
  await administer(settingsOf('admin'), (admin) => applyChanges(admin, wanted, changes))
}

const write = async (user: string, topic: string): Promise<void> => {
  const producer = openKafka(settingsOf(user)).producer({ idempotent: true, maxInFlightRequests: 1, retry: { retries: 2 } })
  await producer.connect()
  try {
    await producer.send({ topic, acks: -1, messages: [{ value: 'a fact' }] })
  } finally {
    await producer.disconnect()
  }
}

/** The first message. */
const read = async (user: string, topic: string, groupId = 'concord-registry'): Promise<string> => {
  const consumer = openKafka(settingsOf(user)).consumer({ groupId, retry: { retries: 30 } })
  const first = Promise.withResolvers<string>()
  consumer.on('consumer.crash', ({ payload: { error, restart } }) => {
    if (!restart) first.reject(error)
  })
  try {
    await consumer.connect()
    await consumer.subscribe({ topic, fromBeginning: true })
    await consumer.run({ eachMessage: ({ message }) => Promise.resolve(first.resolve(String(message.value))) })
    return await first.promise
  } finally {
    await consumer.disconnect()
  }
}
