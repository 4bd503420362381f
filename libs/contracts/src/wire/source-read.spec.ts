import { describe, expect, it } from '@jest/globals'
import { decodeSourceRead, encodeSourceRead, sourceReadType, UnreadableEvent } from '@concord/contracts'

describe('how far a source has been read', () => {
  it.each([0n, 1n, 2n ** 63n - 1n])('is told as it is: %s', (position) => {
    const { type, data } = encodeSourceRead(position)
    expect([type, decodeSourceRead(data)]).toEqual([sourceReadType, position])
  })

  it('is written as protobuf has it', () =>
    expect(encodeSourceRead(300n)).toEqual({ type: 'concord.relay.v1.SourceRead', data: Uint8Array.of(0x08, 0xac, 0x02) }))

  it('is not read from a part of the message', () => expect(() => decodeSourceRead(Uint8Array.of(0x08, 0xac))).toThrow(UnreadableEvent))
})
