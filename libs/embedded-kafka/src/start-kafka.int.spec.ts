import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { administer, openKafka } from '@concord/kafka'
import { processes, startOf } from '@concord/supervisor'
import { endOwners } from '@concord/supervisor/testing'
import { describeOnOwnKafka, eventually, testFolder } from '@concord/testing'
import { startKafkaOwner } from '../testing/index.js'
import { BrokerFault } from './broker-fault.js'
import { type Kafka, type KafkaOptions, resetKafka, startKafka } from './start-kafka.js'

// A start takes three seconds, and ten on a machine that is busy.
jest.setTimeout(180_000)

const topic = 'facts'
const started: Kafka[] = []
let template: string
let dataFolder: string

describeOnOwnKafka('the embedded broker', () => {
  // Making the data takes seconds; each spec gets a copy. Blanks and Chinese letters are in many a folder's name.
  beforeAll(async () => {
    template = join(testFolder(), 'kafka')
    const kafka = await startKafka({ dataFolder: template })
    await administer(clientOf(kafka), (admin) => admin.createTopics({ topics: [{ topic, numPartitions: 1 }], waitForLeaders: false }))
    await kafka.stop()
  }, 600_000)
  beforeEach(() => {
    dataFolder = join(testFolder(), '失能 互认', 'kafka')
    spawnSync('mkdir', ['-p', dataFolder])
    spawnSync('cp', ['-a', `${template}/.`, dataFolder])
  })
  afterEach(async () => {
    await Promise.all([...started.splice(0).map((kafka) => kafka.stop()), endOwners()])
    await resetKafka(dataFolder)
  })

  it('keeps what it was given, and leaves no process and no lock when it has stopped', async () => {
    const first = await start()
    await write(first)
    await first.stop()
    expect({ pid: startOf(first.pid), owned: existsSync(join(dataFolder, 'owner')) }).toEqual({ pid: undefined, owned: false })
    expect(await kept(await start())).toBe(1)
  })

  it('belongs to one process at a time', async () => {
    const owner = await startKafkaOwner(dataFolder)
    await expect(start()).rejects.toMatchObject({ kind: 'already-running' })
    await expect(resetKafka(dataFolder)).rejects.toBeInstanceOf(BrokerFault)
    await write({ brokers: owner.address })
  })

  it('leaves nothing when its start is given up', async () => {
    const giveUp = new AbortController()
    const starting = start({ signal: giveUp.signal })
    await eventually(() => expect(brokersOn(dataFolder)).toHaveLength(1), { within: 60_000 })
    giveUp.abort()
    await expect(starting).rejects.toThrow('aborted')
    expect(brokersOn(dataFolder)).toEqual([])
    expect(existsSync(join(dataFolder, 'owner'))).toBe(false)
  })

  it('says which port is taken, be it by another Kafka that answers there', async () => {
    // A cluster of its own, as a stranger's is.
    const other = await startKafka({ dataFolder: join(testFolder(), 'kafka') })
    started.push(other)
    const port = Number(other.brokers.split(':')[1])
    await expect(start({ port })).rejects.toMatchObject({ kind: 'port-taken', message: expect.stringContaining(`${port}`) })
  })

  describe('after kill -9', () => {
    it('of its owner: the next start ends the orphan and has all that was acknowledged', async () => {
      const owner = await startKafkaOwner(dataFolder)
      await write({ brokers: owner.address })
      const orphans = brokersOn(dataFolder)
      await owner.kill()
      expect(brokersOn(dataFolder)).toEqual(orphans)
      const heard: string[] = []
      const kafka = await start({ notice: (line) => heard.push(line) })
      expect(brokersOn(dataFolder)).toEqual([kafka.pid])
      expect(heard).toEqual([expect.stringContaining('still ran')])
      expect(await kept(kafka)).toBe(1)
    })

    it('of the broker: it comes back at the same address with all that was acknowledged', async () => {
      const heard: string[] = []
      const kafka = await start({ notice: (line) => heard.push(line) })
      await write(kafka)
      const { pid } = kafka
      process.kill(pid, 'SIGKILL')
      await eventually(() => expect(heard.at(-1)).toBe('Kafka runs again.'), { within: 120_000 })
      expect(kafka.pid).not.toBe(pid)
      expect(await kept(kafka)).toBe(1)
    })

    it('of the broker: stopping does not wait for it to come back', async () => {
      const kafka = await start()
      process.kill(kafka.pid, 'SIGKILL')
      await eventually(() => expect(brokersOn(dataFolder)).not.toContain(kafka.pid))
      await kafka.stop()
      expect(brokersOn(dataFolder)).toEqual([])
      expect(existsSync(join(dataFolder, 'owner'))).toBe(false)
    })

    it('of a broker that shall not be kept running: it stays away', async () => {
      const heard: string[] = []
      const kafka = await start({ keepRunning: false, notice: (line) => heard.push(line) })
      process.kill(kafka.pid, 'SIGKILL')
      await eventually(() => expect(startOf(kafka.pid)).toBeUndefined())
      await kafka.stop()
      expect({ heard, left: brokersOn(dataFolder) }).toEqual({ heard: [], left: [] })
    })
  })

  describe('says in one sentence', () => {
    const meta = () => join(dataFolder, 'data/meta.properties')

    it('that its data is damaged', async () => {
      rmSync(meta())
      await isTold('damaged', dataFolder)
    })

    it('that its data belongs to another cluster', async () => {
      writeFileSync(meta(), readFileSync(meta(), 'utf8').replace('node.id=1', 'node.id=7'))
      await isTold('other-cluster', dataFolder)
    })

    it('that nothing may be kept in the folder', async () => {
      const file = join(dataFolder, 'file')
      writeFileSync(file, '')
      await expect(startKafka({ dataFolder: join(file, 'kafka') })).rejects.toMatchObject({ kind: 'not-permitted' })
    })
  })
})

const start = async (options: Omit<KafkaOptions, 'dataFolder'> = {}): Promise<Kafka> => {
  const kafka = await startKafka({ ...options, dataFolder })
  started.push(kafka)
  return kafka
}

const isTold = async (kind: string, place: string): Promise<void> => {
  const fault = start()
  await expect(fault).rejects.toMatchObject({ name: 'BrokerFault', kind })
  await expect(fault).rejects.toThrow(place)
  expect(existsSync(join(dataFolder, 'owner'))).toBe(false)
}

const brokersOn = (folder: string): number[] =>
  processes()
    .filter(({ command }) => command.endsWith(`kafka.Kafka ${join(folder, 'server.properties')}`))
    .map(({ pid }) => pid)

const clientOf = ({ brokers }: Pick<Kafka, 'brokers'>) => ({ brokers: [brokers], retries: 3 })

const write = async (kafka: Pick<Kafka, 'brokers'>): Promise<void> => {
  const producer = openKafka(clientOf(kafka)).producer()
  await producer.connect()
  await producer.send({ topic, acks: -1, messages: [{ value: 'a fact' }] })
  await producer.disconnect()
}

/** How many messages there are. */
const kept = async (kafka: Pick<Kafka, 'brokers'>): Promise<number> => {
  const [partition] = await administer(clientOf(kafka), (admin) => admin.fetchTopicOffsets(topic))
  return Number(partition?.high)
}
