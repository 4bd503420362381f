import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Agency } from '@concord/access'
import { keyFromFile } from '@concord/identity'
import { systemClock } from '@concord/service-kit'
import type { Telemetry } from '@concord/telemetry'
import { testDatabase, type TestDatabase } from '@concord/testing'
import { type City, openCity } from '../../apps/platform/src/city/open-city.js'
import { serveCity } from '../../apps/platform/src/city/serve-city.js'
import { type DevelopmentKeys, developmentKeys, tokenRequest } from '../../apps/platform/src/development-issuer/development-clients.js'

export interface Answer {
  readonly status: number
  // A journey looks at answers as a foreign system does: as JSON.
  readonly body: unknown
}

/** What journeys do with a city: they ask as an agency's system. */
export interface Asks {
  readonly post: (as: Agency, path: string, body: object, headers?: Record<string, string>) => Promise<Answer>
  readonly get: (as: Agency, path: string, init?: RequestInit) => Promise<Answer>
}

/** The whole platform on a database of its own, over real HTTP. */
export interface RunningCity extends Asks {
  readonly url: string
  readonly city: City
  /** A request as it is, without a token. */
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>
  readonly tokenOf: (agency: Agency) => Promise<string>
  /** What the issuer signs with: for tokens that it never gave. */
  readonly keys: DevelopmentKeys
  readonly close: () => Promise<void>
}

/** What outlives a city's process: its database, and a folder with its keys. */
export interface Ground {
  readonly database: TestDatabase
  readonly folder: string
  readonly clear: () => Promise<void>
}

export const newGround = async (): Promise<Ground> => {
  const database = await testDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'city-'))
  return {
    database,
    folder,
    clear: async () => {
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A city on ground of its own, which goes with it. */
export const startCity = async (telemetry?: Telemetry): Promise<RunningCity> => {
  const ground = await newGround()
  const city = await openCityOn(ground, telemetry)
  return {
    ...city,
    close: async () => {
      await city.close()
      await ground.clear()
    },
  }
}

/** A city on ground that stays when it closes. */
export const openCityOn = async ({ database, folder }: Ground, telemetry?: Telemetry): Promise<RunningCity> => {
  const city = await openCity(database.url, systemClock, telemetry ? { telemetry } : {})
  const keys = await developmentKeys(folder)
  const served = await serveCity(city, {
    port: await freePort(),
    personKey: keyFromFile(join(folder, 'person-key')),
    developmentKeys: keys,
    clock: systemClock,
  })
  return {
    ...asksAt(served.url, keys),
    url: served.url,
    city,
    keys,
    fetch: (path, init) => fetch(`${served.url}${path}`, init),
    close: async () => {
      await served.close()
      await city.close()
    },
  }
}

/** The agencies' systems as they ask a platform at this address. */
export const asksAt = (url: string, keys: DevelopmentKeys): Asks & Pick<RunningCity, 'tokenOf'> => {
  const tokenOf = tokensFrom(url, keys)
  const ask = async (as: Agency, path: string, init: RequestInit = {}): Promise<Answer> => {
    const headers = new Headers(init.headers)
    headers.set('authorization', `Bearer ${await tokenOf(as)}`)
    const answer = await fetch(`${url}${path}`, { ...init, headers })
    const text = await answer.text()
    return { status: answer.status, body: (text === '' ? null : JSON.parse(text)) as unknown }
  }
  return {
    tokenOf,
    post: (as, path, body, headers) =>
      ask(as, path, { method: 'POST', body: JSON.stringify(body), headers: { ...headers, 'content-type': 'application/json' } }),
    get: ask,
  }
}

/** Gets each agency's token once, as its system would. */
const tokensFrom = (url: string, keys: DevelopmentKeys): ((agency: Agency) => Promise<string>) => {
  const tokens = new Map<Agency, Promise<string>>()
  const fetchToken = async (agency: Agency): Promise<string> => {
    const answer = await fetch(`${url}/oidc/token`, tokenRequest(agency, keys))
    const { access_token: token } = (await answer.json()) as { access_token?: string }
    if (!token) throw new Error(`no token for ${agency}: ${answer.status}`)
    return token
  }
  return (agency) => {
    const token = tokens.get(agency) ?? fetchToken(agency)
    tokens.set(agency, token)
    return token
  }
}

export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (typeof address !== 'object' || address === null) throw new TypeError('a listening server has an address')
  return address.port
}
