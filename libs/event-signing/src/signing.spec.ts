import { generateKeyPairSync, hash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  type CloudEvent,
  keysAtHand,
  KeysOutOfReach,
  openSigningKeys,
  type PublicKeys,
  publishedKeys,
  rotate,
  sign,
  SigningKeyFault,
  verify,
} from './index.js'

const folder = mkdtempSync(join(tmpdir(), 'signing-'))
afterAll(() => rmSync(folder, { recursive: true }))

const event: CloudEvent = {
  attributes: {
    id: '5b0c1e0e-0000-4000-8000-000000000001',
    source: '/concord/health',
    specversion: '1.0',
    type: 'concord.health.v1.ComaBegan',
    datacontenttype: 'application/protobuf',
    time: '2026-03-02T08:00:00Z',
    partitionkey: 'f'.repeat(32),
    sequence: '00000000000000000007',
  },
  data: Buffer.from([10, 3, 97, 98, 99]),
}

describe('a signed event', () => {
  let signed: CloudEvent
  let keys: PublicKeys
  beforeAll(async () => {
    const own = await openSigningKeys(join(folder, 'own.json'))
    signed = await sign(event, own.current())
    keys = keysAtHand(own.published())
  })

  it('is what its owner signed, attributes, extensions and data', async () =>
    expect(await verify(signed, keys)).toEqual({ valid: true, event: { attributes: event.attributes, data: event.data } }))

  it('is no longer valid when one byte of what it says is another', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(event.attributes), 'data'), fc.string({ minLength: 1 }), async (name, added) => {
        const attributes = name === 'data' ? signed.attributes : { ...signed.attributes, [name]: `${signed.attributes[name]}${added}` }
        const data = name === 'data' ? Buffer.concat([signed.data, Buffer.from(added)]) : signed.data
        expect(await verify({ attributes, data }, keys)).toMatchObject({ valid: false })
      }),
    ))

  it('gives nothing away that was added on the way and not signed', async () => {
    const read = await verify({ ...signed, attributes: { ...signed.attributes, added: 'by whoever' } }, keys)
    expect(read.valid && 'added' in read.event.attributes).toBe(false)
  })

  it.each([
    ['is not signed', { dssematerial: '' }, 'the event is not signed'],
    ['has a signature that cannot be read', { dssematerial: 'e30=' }, 'its signature cannot be read'],
    ['names an attribute twice', { signedextattrs: 'sequence,sequence' }, 'its list of signed extensions names what it must not'],
    ['names what is signed anyway', { signedextattrs: 'id' }, 'its list of signed extensions names what it must not'],
    ['leaves out an extension', { signedextattrs: 'sequence' }, 'it is not what was signed'],
  ])('that %s is refused', async (_how, attributes, why) =>
    expect(await verify({ ...signed, attributes: { ...signed.attributes, ...attributes } }, keys)).toEqual({ valid: false, why }),
  )

  it('is refused when somebody else signed it, also under the owner’s key name', async () => {
    const kid = (await openSigningKeys(join(folder, 'own.json'))).current().kid
    const other = { kid, key: generateKeyPairSync('ed25519').privateKey }
    expect(await verify(await sign(event, other), keys)).toEqual({ valid: false, why: 'no key of its owner has signed it' })
  })

  it('takes digests in the order of the specification', () => {
    const part = (text: string) => hash('sha256', text, 'buffer')
    const { id = '', source = '', specversion = '', type = '', datacontenttype = '', time = '' } = event.attributes
    const core = [id, source, specversion, type, datacontenttype, '', '', time].map(part)
    const extensions = ['partitionkey', 'f'.repeat(32), 'sequence', '00000000000000000007'].map(part)
    const material = hash('sha256', Buffer.concat([...core, hash('sha256', event.data, 'buffer'), ...extensions]), 'base64')
    const envelope = JSON.parse(Buffer.from(signed.attributes['dssematerial'] ?? '', 'base64').toString()) as { payload: string }
    expect(envelope.payload).toBe(material)
  })
})

describe('signing keys', () => {
  it('are made once, for their owner alone to read', async () => {
    const path = join(folder, 'once.json')
    const first = (await openSigningKeys(path)).current().kid
    expect((await openSigningKeys(path)).current().kid).toBe(first)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('never publish a private half', async () => {
    const path = join(folder, 'private.json')
    const keys = await openSigningKeys(path)
    expect(Object.keys(keys.published().keys[0] ?? {}).toSorted()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x'])
    expect(readFileSync(path, 'utf8')).toContain('"d"')
  })

  it('overlap: a new key is published before it signs, the old one stays published', async () => {
    let now = new Date('2026-03-02T08:00:00Z')
    const path = join(folder, 'rotated.json')
    const keys = await openSigningKeys(path, () => now)
    const old = keys.current().kid
    const next = await rotate(path, 600, now)
    expect(keys.published().keys.map(({ kid }) => kid)).toEqual([old, next])
    expect(keys.current().kid).toBe(old)
    const before = await sign(event, keys.current())
    now = new Date('2026-03-02T08:10:00Z')
    expect(keys.current().kid).toBe(next)
    const all = keysAtHand(keys.published())
    expect(await Promise.all([before, await sign(event, keys.current())].map(async (one) => (await verify(one, all)).valid))).toEqual([
      true,
      true,
    ])
  })

  it('lose the private halves of keys that sign no more', async () => {
    const path = join(folder, 'retired.json')
    await openSigningKeys(path)
    await rotate(path, 0, new Date('2026-03-02T08:00:00Z'))
    await rotate(path, 0, new Date('2026-03-03T08:00:00Z'))
    const kept = JSON.parse(readFileSync(path, 'utf8')) as { keys: readonly { d?: string }[] }
    expect(kept.keys.map(({ d }) => d !== undefined)).toEqual([false, true, true])
  })

  it('that cannot be read say so, with what to do', async () => {
    const path = join(folder, 'damaged.json')
    writeFileSync(path, '{"keys":[]}')
    await expect(openSigningKeys(path)).rejects.toThrow(SigningKeyFault)
    await expect(openSigningKeys(path)).rejects.toThrow('put back a copy of the file')
  })
})

describe('published keys', () => {
  it('are asked for where the agency publishes them, again when one is unknown, and an address that is away is no "no"', async () => {
    const path = join(folder, 'served.json')
    const keys = await openSigningKeys(path)
    let asked = 0
    const server = createServer((_request, response) => {
      asked += 1
      response.setHeader('content-type', 'application/json').end(JSON.stringify(keys.published()))
    }).listen(0, '127.0.0.1')
    const url = () => new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`)
    await new Promise((resolve) => server.once('listening', resolve))
    const found = publishedKeys(url())
    const signed = await sign(event, keys.current())
    expect((await verify(signed, found)).valid).toBe(true)
    expect((await verify(signed, found)).valid).toBe(true)
    expect(asked).toBe(1)
    expect(await publishedKeys(url())('another')).toBeUndefined()
    const away = publishedKeys(url())
    await new Promise((resolve) => server.close(resolve))
    await expect(away('another')).rejects.toThrow(KeysOutOfReach)
  })
})
