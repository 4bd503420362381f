import { describe, expect, it } from '@jest/globals'
import type { RecordedEvent as Stored } from '@kurrent/kurrentdb-client'
import { toRecorded, UnreadableEvent } from './recorded.js'
import { streamNames } from './stream-names.js'

const cause = { commandId: 'command-1', by: 'clerk-1', correlationId: 'request-1', digest: 'digest-1' }
const stored: Stored = {
  streamId: 'health.homeSickbed-1',
  id: 'b1d4b1c6-5a55-4f0e-9f4e-6f2f4f0f8a11',
  revision: 2n ** 60n,
  type: 'Opened',
  data: { since: '2026-03-01' },
  metadata: { ...cause, $schema: 'someone’s tool adds this' },
  isJson: true,
  created: new Date('2026-03-02T01:02:03.456Z'),
  position: { commit: 2n ** 62n, prepare: 2n ** 62n },
}
const names = streamNames('health')

describe('an event that is read from KurrentDB', () => {
  it('is what was recorded, without what KurrentDB adds', () =>
    expect(toRecorded(stored, names)).toEqual({
      id: stored.id,
      type: 'Opened',
      data: { since: '2026-03-01' },
      cause,
      stream: 'homeSickbed-1',
      revision: 2n ** 60n,
      position: 2n ** 62n,
      recordedAt: '2026-03-02T01:02:03.456Z',
    }))

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['stands in the stream of another context', { streamId: 'healthcare.homeSickbed-1' }],
    ['is not JSON', { isJson: false, data: new Uint8Array([1]) }],
    ['has no cause', { metadata: undefined }],
    ['has half a cause', { metadata: { ...cause, digest: 1 } }],
    ['has no place in the log', { position: undefined }],
    ['comes from a server that tells no places', { position: { commit: 2n ** 64n - 1n, prepare: 2n ** 64n - 1n } }],
    ['was committed later than it was written', { position: { commit: 2n, prepare: 1n } }],
  ])('is refused when it %s', (_, other) => expect(() => toRecorded({ ...stored, ...other }, names)).toThrow(UnreadableEvent))
})

describe('the prefix of a context', () => {
  it('is not the beginning of another one', () => {
    expect(names.stored('homeSickbed-1')).toBe('health.homeSickbed-1')
    expect(names.filter.prefixes).toEqual(['health.'])
    expect([names.own('health.homeSickbed-1'), names.own('healthcare.a-1'), names.own('$$health.a-1')]).toEqual([
      'homeSickbed-1',
      undefined,
      undefined,
    ])
  })

  it.each(['', '$health', 'health.', 'health care', '1'])('is not %j', (prefix) => expect(() => streamNames(prefix)).toThrow(RangeError))
})
