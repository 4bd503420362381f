import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Agency } from '@concord/access'
import { addressFile } from '../data-folder/address.js'
import { developmentKeys, tokenRequest } from '../development-issuer/development-clients.js'
import { StartFault } from '../starting/start-fault.js'

interface Lookup {
  readonly document: string
  readonly purpose: string
  readonly asOf: string
}

/** A city that runs, asked as its agencies' systems ask. */
export interface CityAsked {
  readonly lookUp: (as: Agency, lookups: readonly Lookup[]) => Promise<readonly unknown[]>
}

/** @throws StartFault when no city runs on the data folder */
export const runningCity = async (dataFolder: string): Promise<CityAsked> => {
  const file = addressFile(dataFolder)
  if (!existsSync(file))
    throw new StartFault(`No city runs on ${dataFolder}; start it first: "npm start", or "npm run start:kafka", in another terminal.`)
  const url = readFileSync(file, 'utf8')
  const keys = await developmentKeys(dataFolder)
  const tokens = new Map<Agency, string>()

  const ask = async (path: string, init: RequestInit): Promise<unknown> => {
    const answer = await fetch(`${url}${path}`, { method: 'POST', ...init })
    if (!answer.ok) throw new StartFault(`The city on ${dataFolder} answers ${answer.status} to ${path}; its messages tell why.`)
    return answer.json()
  }
  const tokenOf = async (agency: Agency): Promise<string> => {
    const known = tokens.get(agency)
    if (known !== undefined) return known
    const { access_token: token } = (await ask('/oidc/token', tokenRequest(agency, keys))) as { access_token: string }
    tokens.set(agency, token)
    return token
  }
  return {
    lookUp: async (as, lookups) => {
      const headers = { authorization: `Bearer ${await tokenOf(as)}`, 'content-type': 'application/json' }
      const { answers } = (await ask('/registry/v1/lookups:batch', { headers, body: JSON.stringify({ lookups }) })) as {
        answers: unknown[]
      }
      return answers
    },
  }
}

export const cityFolder = (dataFolder: string): string => join(dataFolder, 'city')
