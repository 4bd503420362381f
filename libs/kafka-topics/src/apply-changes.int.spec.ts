import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { administer, openKafka } from '@concord/kafka'
import { describeOnKafka, testKafka, type TestKafka } from '@concord/testing'
import { applyChanges } from './apply-changes.js'
import { type Difference, differenceBetween } from './difference.js'
import { presentIn } from './present.js'
import { topicsIn } from './topics-file.js'
import type { Wanted } from './topics.js'
import { wantedBy } from './wanted.js'

const yaml = readFileSync('infra/kafka/topics.yaml', 'utf8')
const nothingToDo: Difference = { changes: [], refusals: [] }

describeOnKafka('topics on a broker', () => {
  let kafka: TestKafka
  beforeEach(async () => {
    kafka = await testKafka()
  })
  afterEach(() => kafka.drop())

  /**
   * Without rights, which need a cluster that checks them.
   * @param replacements what the file says otherwise: pairs of found and put
   */
  const wanted = (...replacements: (readonly [string, string])[]): Wanted => {
    const changed = replacements.reduce((text, [found, put]) => text.replaceAll(found, put), yaml)
    return { ...wantedBy(topicsIn(changed.replaceAll('concord.', `${kafka.prefix}concord.`)), 1), rights: [] }
  }
  const look = (want: Wanted) => administer(kafka.settings, async (admin) => differenceBetween(want, await presentIn(admin, want)))
  const apply = async (want: Wanted): Promise<Difference> => {
    const difference = await look(want)
    await administer(kafka.settings, (admin) => applyChanges(admin, want, difference.changes))
    return difference
  }
  const publish = async (name: string): Promise<void> => {
    const producer = openKafka(kafka.settings).producer()
    await producer.connect()
    await producer.send({ topic: `${kafka.prefix}${name}`, messages: [{ value: 'a fact' }] })
    await producer.disconnect()
  }

  it('are made as the file has them, and the second time there is nothing to do', async () => {
    const { changes } = await apply(wanted())
    expect(changes.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'create-topic'))
    expect(await look(wanted())).toEqual(nothingToDo)
  })

  it('follow the file: one more, another setting, one setting less, more partitions while they are empty', async () => {
    await apply(wanted())
    const changed = wanted(
      ['groups:\n', '  concord.trail.v1: { writer: registry, readers: [], partitions: 1, configs: {} }\ngroups:\n'],
      ['cleanup.policy: delete, retention.ms: 7776000000', 'retention.ms: 86400000'],
      ['partitions: 12', 'partitions: 24'],
    )
    const { changes } = await apply(changed)
    expect(changes.map(({ kind }) => kind).toSorted()).toEqual([
      ...Array.from({ length: 5 }, () => 'add-partitions'),
      'configure-topic',
      'create-topic',
    ])
    expect(await look(changed)).toEqual(nothingToDo)
  })

  it('of agencies do not grow once they hold events', async () => {
    await apply(wanted())
    await publish('concord.health.v1')
    expect((await look(wanted(['partitions: 12', 'partitions: 24']))).refusals).toEqual([
      { reason: 'would-move-persons', topic: `${kafka.prefix}concord.health.v1`, from: 12, to: 24 },
    ])
  })

  it('stay as they are when the cluster refuses a part of what is asked', async () => {
    await apply(wanted())
    const more = ['partitions: 12', 'partitions: 24'] as const
    await expect(apply(wanted(more, ['retention.ms: 7776000000', 'retention.ms: soon']))).rejects.toMatchObject({ kind: 'refused' })
    expect(await look(wanted())).toEqual(nothingToDo)
  })

  it('need as many brokers as shall keep them', async () => {
    const { refusals } = await look(wantedBy(topicsIn(yaml.replaceAll('concord.', `${kafka.prefix}concord.`)), 99))
    expect(refusals.map(({ reason }) => reason)).toEqual(Array.from({ length: 5 }, () => 'too-few-brokers'))
  })
})
