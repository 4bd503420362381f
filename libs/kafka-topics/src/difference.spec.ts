import { describe, expect, it } from '@jest/globals'
import { type Change, differenceBetween } from './difference.js'
import type { Present, PresentTopic, Right, Wanted, WantedTopic } from './topics.js'

const wantedTopic: WantedTopic = { name: 'facts', partitions: 12, replication: 1, configs: { 'retention.ms': '-1' }, ofAgency: true }
const foundTopic: PresentTopic = { name: 'facts', partitions: 12, replication: 1, configs: { 'retention.ms': '-1' }, holdsEvents: true }
const right: Right = {
  principal: 'User:health',
  host: '*',
  permission: 'ALLOW',
  operation: 'WRITE',
  resource: 'TOPIC',
  pattern: 'LITERAL',
  name: 'facts',
}
const other: Right = { ...right, principal: 'User:stranger' }

const wanted = (topic: Partial<WantedTopic> = {}, rights: readonly Right[] = []): Wanted => ({
  topics: [{ ...wantedTopic, ...topic }],
  rights,
  groups: [],
})
const present = (topic: Partial<PresentTopic> = {}, rights: readonly Right[] | undefined = []): Present => ({
  brokers: 3,
  topics: [{ ...foundTopic, ...topic }],
  rights,
})
const nothing: Present = { brokers: 3, topics: [], rights: [] }

const changes = (...expected: Change[]) => ({ changes: expected, refusals: [] })

describe('between a cluster and what is wanted of it', () => {
  it('is nothing when it is so', () => expect(differenceBetween(wanted({}, [right]), present({}, [right]))).toEqual(changes()))

  it('is a topic that is not there, and who may write it', () =>
    expect(differenceBetween(wanted({}, [right]), nothing)).toEqual(
      changes({ kind: 'create-topic', topic: wantedTopic }, { kind: 'grant', right }),
    ))

  it('is a setting that is another, and one that is not named', () => {
    const found = { configs: { 'retention.ms': '604800000', 'max.message.bytes': '1000' } }
    expect(differenceBetween(wanted(), present(found))).toEqual(
      changes({
        kind: 'configure-topic',
        topic: wantedTopic,
        settings: [
          { name: 'retention.ms', from: '604800000', to: '-1' },
          { name: 'max.message.bytes', from: '1000', to: undefined },
        ],
      }),
    )
  })

  it('is a setting that is as the brokers have it and shall be its own', () =>
    expect(differenceBetween(wanted(), present({ configs: {} })).changes).toMatchObject([
      { settings: [{ name: 'retention.ms', from: undefined, to: '-1' }] },
    ]))

  it('is a right that nobody named', () =>
    expect(differenceBetween(wanted({}, [right]), present({}, [right, other]))).toEqual(changes({ kind: 'revoke', right: other })))

  it('tells rights apart by all that they say', () => {
    const others: Right[] = [
      { ...right, host: '10.0.0.1' },
      { ...right, permission: 'DENY' },
      { ...right, operation: 'READ' },
      { ...right, resource: 'GROUP' },
      { ...right, pattern: 'PREFIXED' },
    ]
    expect(differenceBetween(wanted({}, [right]), present({}, others)).changes).toEqual([
      { kind: 'grant', right },
      ...others.map((one) => ({ kind: 'revoke', right: one })),
    ])
  })

  it('has no rights where the cluster checks none', () =>
    expect(differenceBetween(wanted({}, [right]), { ...present(), rights: undefined })).toEqual(changes()))

  it('is partitions to add, to an agency’s topic only while nobody is in it', () => {
    const more = changes({ kind: 'add-partitions', topic: 'facts', from: 12, to: 24 })
    expect(differenceBetween(wanted({ partitions: 24 }), present({ holdsEvents: false }))).toEqual(more)
    expect(differenceBetween(wanted({ partitions: 24, ofAgency: false }), present())).toEqual(more)
  })
})

describe('is refused', () => {
  const refusals = (topic: Partial<WantedTopic>, found: Present) => differenceBetween(wanted(topic), found).refusals

  it('when persons would move', () =>
    expect(refusals({ partitions: 24 }, present())).toEqual([{ reason: 'would-move-persons', topic: 'facts', from: 12, to: 24 }]))

  it('when partitions would have to go', () =>
    expect(refusals({ partitions: 6 }, present({ holdsEvents: false }))).toEqual([
      { reason: 'fewer-partitions', topic: 'facts', from: 12, to: 6 },
    ]))

  it('when a topic is kept on another number of brokers', () =>
    expect(refusals({ replication: 3 }, present())).toEqual([{ reason: 'other-replication', topic: 'facts', from: 1, to: 3 }]))

  it('when there are not so many brokers', () =>
    expect(refusals({ replication: 4 }, nothing)).toEqual([{ reason: 'too-few-brokers', topic: 'facts', from: 3, to: 4 }]))
})
