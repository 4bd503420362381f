import { expect, it } from '@jest/globals'
import type { Difference } from '@concord/kafka-topics'
import { changesTold, refusalsTold } from './difference-told.js'

const topic = { name: 'facts', partitions: 12, replication: 3, configs: { 'cleanup.policy': 'delete', 'retention.ms': '-1' } }
const right = {
  principal: 'User:health',
  host: '*',
  permission: 'ALLOW',
  operation: 'WRITE',
  resource: 'TOPIC',
  pattern: 'LITERAL',
  name: 'facts',
} as const

const difference: Difference = {
  changes: [
    { kind: 'create-topic', topic },
    { kind: 'add-partitions', topic: 'facts', from: 6, to: 12 },
    {
      kind: 'configure-topic',
      topic,
      settings: [
        { name: 'retention.ms', from: '1000', to: '-1' },
        { name: 'max.message.bytes', from: '10', to: undefined },
      ],
    },
    { kind: 'grant', right },
    { kind: 'revoke', right: { ...right, host: '10.0.0.1', permission: 'DENY', resource: 'GROUP', pattern: 'PREFIXED' } },
  ],
  refusals: [
    { reason: 'fewer-partitions', topic: 'facts', from: 12, to: 6 },
    { reason: 'would-move-persons', topic: 'facts', from: 12, to: 24 },
    { reason: 'other-replication', topic: 'facts', from: 1, to: 3 },
    { reason: 'too-few-brokers', topic: 'facts', from: 1, to: 3 },
  ],
}

it('every change is told in a line', () =>
  expect(changesTold(difference).split('\n')).toEqual([
    '  + topic facts: 12 partitions, replication 3, cleanup.policy=delete, retention.ms=-1',
    '  ~ topic facts: partitions 6 → 12',
    '  ~ topic facts: retention.ms 1000 → -1',
    "  ~ topic facts: max.message.bytes 10 → the brokers' own",
    '  + User:health may WRITE topic facts',
    '  - User:health from 10.0.0.1 may not WRITE group facts*',
  ]))

it('every refusal is told with what to do instead', () =>
  expect(refusalsTold(difference).split('\n')).toEqual([
    expect.stringContaining('write 12 into the file'),
    expect.stringContaining('persons would move'),
    expect.stringContaining('--replication 1'),
    expect.stringContaining('start more, or say --replication 1'),
  ]))
