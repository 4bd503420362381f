import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { UnreadableEvent } from '@concord/contracts'
import { type CloudEvent, keysAtHand, openSigningKeys, type PublicKeys, sign, type SigningKeys } from '@concord/event-signing'
import { comaBegan, somebody } from '@concord/published-log/testing'
import { cloudEventOf } from './binary-mode.js'
import { pageOf } from './logged.js'
import { claimOf, eventIn, messageOf } from './wire.js'

/** Whoever may write a topic may write anything there. */
describe('a message in an agency’s topic', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wire-'))
  let keys: SigningKeys
  let sound: CloudEvent
  beforeAll(async () => {
    keys = await openSigningKeys(join(folder, 'health.json'))
    const { value, headers = {} } = await messageOf(comaBegan(7n), keys.current())
    sound = cloudEventOf({ value: value as Buffer, headers })
  })

  afterAll(() => rmSync(folder, { recursive: true }))

  it('is read or is unreadable, whatever its headers and bytes: it never stops who reads', () =>
    fc.assert(
      fc.asyncProperty(anyHeaders, fc.uint8Array(), async (headers, data) => {
        const { dssematerial = '' } = (await sign({ attributes: {}, data }, keys.current())).attributes
        const message = {
          key: Buffer.from(somebody()),
          value: Buffer.from(data),
          headers: { ce_specversion: '1.0', ce_source: '/concord/health', ce_dssematerial: dssematerial, ...headers },
          offset: '0',
          timestamp: '0',
          attributes: 0,
        }
        const { events } = await pageOf({ topic: 'health', partition: 0 }, 0n, { messages: [message], lastOffset: () => '0' }, known)
        expect(events.length).toBeLessThanOrEqual(1)
        await expect(eventIn(cloudEventOf(message), 'health', known)).rejects.toThrow(UnreadableEvent)
      }),
    ))

  it.each(['abc', '1.5', '', '-5', '7', '0'.repeat(20), '9'.repeat(20), undefined])(
    'with %p for its place in the source is unreadable, though its owner signed it',
    async (sequence) => {
      const { dssematerial: _, signedextattrs: __, ...attributes } = sound.attributes
      const wrong = Object.entries({ ...attributes, sequence }).filter((named): named is [string, string] => named[1] !== undefined)
      const signed = await sign({ attributes: Object.fromEntries(wrong), data: sound.data }, keys.current())
      await expect(eventIn(signed, 'health', known)).rejects.toThrow(UnreadableEvent)
      expect(claimOf(signed).position).toBe(0n)
    },
  )

  const known: PublicKeys = (kid) => keysAtHand(keys.published())(kid)
})

const names = [...Object.getOwnPropertyNames(Object.prototype), 'type', 'id', 'sequence', 'partitionkey', 'dssematerial']
const listOfNames = fc.array(fc.constantFrom(...names)).map((some) => some.join(','))
const anyHeaders = fc.dictionary(
  fc.oneof(
    fc.constantFrom(...names).map((name) => `ce_${name}`),
    fc.constant('ce_signedextattrs'),
    fc.string(),
  ),
  fc.oneof(listOfNames, fc.string(), fc.constant('concord.relay.v1.SourceRead')),
)
