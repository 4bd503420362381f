import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { openSigningKeys, SigningKeyFault } from '@concord/event-signing'
import { keyFromFile } from '@concord/identity'
import { makeSecrets, rotateSigningKeys } from './make-secrets.js'

const parent = mkdtempSync(join(tmpdir(), 'secrets-'))
const folder = join(parent, 'made')
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8').trim()
const all = (): Readonly<Record<string, string>> => Object.fromEntries(readdirSync(folder).map((name) => [name, textOf(name)]))

beforeAll(() => makeSecrets(folder))
afterAll(() => rmSync(parent, { recursive: true }))

describe('the secrets of a deployment', () => {
  it('are kept when they are made again, and what is lost is made anew', async () => {
    const before = all()
    rmSync(join(folder, 'health-kafka-password'))
    await makeSecrets(folder)
    const { 'health-kafka-password': renewed = '', 'kafka-users': users, ...kept } = all()
    expect(before).toMatchObject(kept)
    expect(renewed).not.toBe(before['health-kafka-password'])
    expect(users).toContain(`user_health="${renewed}"`)
  })

  it('lie where only their owner comes, and open to the account of a container', () => {
    expect(statSync(folder).mode.toString(8)).toMatch(/700$/)
    for (const name of readdirSync(folder)) expect([name, statSync(join(folder, name)).mode.toString(8)]).toEqual([name, '100444'])
  })

  it('are what the services read', async () => {
    keyFromFile(join(folder, 'person-key'))
    const keys = await openSigningKeys(join(folder, 'health-signing-keys'))
    expect(keys.current().kid).not.toBe('')
  })

  it('give each role of the database a password of its own, and one database', () => {
    const addresses = Object.entries(all()).filter(([name]) => name.endsWith('postgres-url'))
    const urls = addresses.map(([, text]) => new URL(text))
    const sql = textOf('postgres-roles.sql')
    for (const { username, password } of urls) expect(sql).toContain(`CREATE ROLE ${username} LOGIN PASSWORD '${password}';`)
    expect(new Set(urls.map(({ password }) => password)).size).toBe(urls.length)
    expect(sql.split('\n')).toHaveLength(urls.length)
    expect(new URL(textOf('civil-affairs-postgres-url'))).toMatchObject({ username: 'civil_affairs', pathname: '/civil_affairs' })
    expect(new URL(textOf('registry-audit-postgres-url'))).toMatchObject({ username: 'registry_trail', pathname: '/audit' })
  })
})

describe('secrets that cannot be', () => {
  it('made in a file say so', async () => {
    const file = join(folder, 'kafka-users')
    await expect(makeSecrets(file)).rejects.toThrow(`The secrets cannot be written to ${file} (EEXIST); name a folder.`)
    await expect(makeSecrets(join(file, 'below'))).rejects.toThrow(/\(ENOTDIR\); name a folder\.$/)
  })

  it('rotated, since they are not there, say so', async () => {
    const path = join(folder, 'nowhere')
    await expect(rotateSigningKeys(path, 1)).rejects.toThrow(`The signing keys ${path} cannot be read (ENOENT).`)
    expect(readdirSync(folder)).not.toContain('nowhere')
  })
})

describe('a rotation', () => {
  it('adds a key that signs when its time has come', async () => {
    const path = join(folder, 'health-signing-keys')
    const { kid } = (await openSigningKeys(path)).current()
    await rotateSigningKeys(path, 3600)
    const [now, later] = await Promise.all([openSigningKeys(path), openSigningKeys(path, () => new Date(Date.now() + 3_601_000))])
    expect(now.current().kid).toBe(kid)
    expect(later.current().kid).not.toBe(kid)
    expect(now.published().keys).toHaveLength(2)
    expect(statSync(path).mode.toString(8)).toBe('100444')
  })

  it('of what holds no keys is refused', () => expect(rotateSigningKeys(join(folder, 'person-key'), 1)).rejects.toThrow(SigningKeyFault))
})
