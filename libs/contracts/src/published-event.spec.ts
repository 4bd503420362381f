import { describe, expect, it } from '@jest/globals'
import { decodePublished, encodePublished, publishedEvent } from './published-event.js'

const trace = `00-${'4b'.repeat(16)}-${'a3'.repeat(8)}-01`
const told = {
  context: 'health',
  id: '0b1f3c1e-8a63-4c39-9f0b-1c2b6a0f7d55',
  person: 'ab'.repeat(16),
  position: 7n,
  recordedAt: '2026-03-02T01:02:03.000Z',
  correlationId: 'request-1',
}
const comaBegan = { type: 'ComaBegan', data: { on: '2026-03-02' } }
const traced = publishedEvent.parse({ ...told, trace, ...comaBegan })
const untraced = publishedEvent.parse({ ...told, ...comaBegan })

describe('a published event', () => {
  it('takes the trace of its command along, byte for byte the same after any number of readings', () => {
    const bytes = encodePublished(traced)
    expect(JSON.parse(bytes)).toEqual({ ...told, position: '7', trace, ...comaBegan })
    expect(encodePublished(decodePublished(bytes))).toBe(bytes)
    expect(encodePublished({ ...told, trace, ...comaBegan } as typeof traced)).toBe(bytes)
  })

  it('without a trace has no word of one', () => {
    const bytes = encodePublished(decodePublished(encodePublished(untraced)))
    expect(Object.keys(JSON.parse(bytes) as object)).toEqual([...Object.keys(told), 'type', 'data'])
  })

  it.each(['', 'none', `${trace}-more`, trace.toUpperCase(), `01${trace.slice(2)}`, `00-${'0'.repeat(32)}-${'a3'.repeat(8)}-01`, 7, null])(
    'is read without its trace when that is damaged: %j',
    (damaged) => {
      const bytes = JSON.stringify({ ...(JSON.parse(encodePublished(untraced)) as object), trace: damaged })
      expect(decodePublished(bytes)).toEqual(untraced)
    },
  )

  it.each([
    ['no JSON', '35020319440506001X', 'it is not JSON'],
    ['no object', '350203194405060011', 'an event breaks its contract at its root'],
    [
      'of nobody',
      JSON.stringify({ ...JSON.parse(encodePublished(untraced)), context: '350203194405060011' }),
      'an event breaks its contract at context',
    ],
    [
      'not as its agency has it',
      encodePublished(untraced).replace('2026-03-02"}', '350203194405060011"}'),
      'an event of health breaks its contract at data.on',
    ],
  ])('that is %s is refused with where, and not with what stands there', (_, bytes, why) =>
    expect(() => decodePublished(bytes)).toThrow(expect.objectContaining({ name: 'UnreadableEvent', message: why })),
  )
})
