import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { hostSettings, setting, settingsFrom } from './environment.js'
import { HostFault } from './host-fault.js'

const folder = mkdtempSync(join(tmpdir(), 'environment-'))
afterAll(() => rmSync(folder, { recursive: true }))

const settings = hostSettings.extend({ POSTGRES_URL: setting.url, KURRENTDB_URL: setting.kurrentDb.optional() })
const issuer = { OIDC_ISSUER: 'https://issuer.example', PERSON_KEY_FILE: '/run/secrets/person-key' }
const url = 'postgres://health:secret@database.example/health'
const file = join(folder, 'postgres-url')
writeFileSync(file, `${url}\n`)

describe('the environment', () => {
  it('says where a service is, with what it does not say filled in', () =>
    expect(settingsFrom(settings, { ...issuer, POSTGRES_URL: url, KURRENTDB_URL: '' })).toEqual({
      ...issuer,
      HOST: '127.0.0.1',
      PORT: 3000,
      OIDC_AUDIENCE: 'urn:concord',
      POSTGRES_URL: url,
    }))

  it('may name a file for an address that holds a password', () =>
    expect(settingsFrom(settings, { ...issuer, POSTGRES_URL_FILE: file })).toMatchObject({ POSTGRES_URL: url }))

  it.each([
    'kurrentdb://health:secret@one.example:2113,two.example:2113,three.example:2113?tls=true',
    'esdb+discover://events.example:2113',
  ])('may name KurrentDB by whatever its client takes: %s', (kurrentDb) =>
    expect(settingsFrom(settings, { ...issuer, POSTGRES_URL: url, KURRENTDB_URL: kurrentDb })).toMatchObject({ KURRENTDB_URL: kurrentDb }),
  )
})

describe('an environment that cannot be meant', () => {
  it.each([
    ['POSTGRES_URL (not set). Set them; an address may also stand in a file that POSTGRES_URL_FILE names.', {}],
    ['POSTGRES_URL and POSTGRES_URL_FILE are both set', { POSTGRES_URL: url, POSTGRES_URL_FILE: file }],
    ['/nowhere, named by POSTGRES_URL_FILE, cannot be read (ENOENT)', { POSTGRES_URL_FILE: '/nowhere' }],
    ['POSTGRES_URL (Invalid URL)', { POSTGRES_URL: 'secret' }],
    ['KURRENTDB_URL (no address of KurrentDB)', { POSTGRES_URL: url, KURRENTDB_URL: 'postgres://health:secret@database.example/health' }],
  ])('is refused: %s', (sentence, env) => {
    const read = () => settingsFrom(settings, { ...issuer, ...env })
    expect(read).toThrow(HostFault)
    expect(read).toThrow(sentence)
    expect(read).not.toThrow(/secret/)
  })

  it('is not sent to a file for what only the environment says', () =>
    expect(() => settingsFrom(settings, { POSTGRES_URL: url, PERSON_KEY_FILE: issuer.PERSON_KEY_FILE })).toThrow(
      /^These settings are missing or wrong in the environment: OIDC_ISSUER \(not set\)\. Set them\.$/,
    ))
})
