import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { hostSettings, setting, settingsFrom } from './environment.js'
import { HostFault } from './host-fault.js'

const folder = mkdtempSync(join(tmpdir(), 'environment-'))
afterAll(() => rmSync(folder, { recursive: true }))

const settings = hostSettings.extend({ POSTGRES_URL: setting.url, KURRENTDB_URL: setting.url.optional() })
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
})

describe('an environment that cannot be meant', () => {
  it.each([
    ['POSTGRES_URL (not set)', {}],
    ['POSTGRES_URL and POSTGRES_URL_FILE are both set', { POSTGRES_URL: url, POSTGRES_URL_FILE: file }],
    ['/nowhere, named by POSTGRES_URL_FILE, cannot be read (ENOENT)', { POSTGRES_URL_FILE: '/nowhere' }],
    ['POSTGRES_URL (Invalid URL)', { POSTGRES_URL: 'secret' }],
  ])('is refused: %s', (sentence, env) => {
    const read = () => settingsFrom(settings, { ...issuer, ...env })
    expect(read).toThrow(HostFault)
    expect(read).toThrow(sentence)
    expect(read).not.toThrow(/secret/)
  })
})
