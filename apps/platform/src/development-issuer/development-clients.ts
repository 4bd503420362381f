import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import { z } from 'zod'
import { agency, type Agency } from '@concord/access'
import { keptJson } from '../data-folder/kept-json.js'
import { StartFault } from '../starting/start-fault.js'

const kept = z.object({
  signingKey: z.looseObject({ kty: z.string() }),
  secrets: z.record(agency, z.string().min(20)),
})

/** What the development issuer must remember, so that tokens and secrets survive a restart. */
export interface DevelopmentKeys {
  readonly signingKey: JWK
  readonly secrets: Readonly<Record<Agency, string>>
}

/** Made the first time, readable by the owner alone: even a toy city has no password that everyone knows. */
export const developmentKeys = async (folder: string): Promise<DevelopmentKeys> => {
  const path = join(folder, 'development-issuer.json')
  if (!existsSync(path)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(`${path}.${process.pid}`, JSON.stringify(await freshKeys(), null, 2), { mode: 0o600, flush: true })
    renameSync(`${path}.${process.pid}`, path)
  }
  const { signingKey, secrets } = keptJson(
    path,
    kept,
    (damaged, why) => new StartFault(`${damaged}; delete it, and the next start makes new secrets.`, why),
  )
  return { signingKey, secrets }
}

const freshKeys = async (): Promise<DevelopmentKeys> => {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const secret = (): string => randomBytes(24).toString('base64url')
  const secrets = Object.fromEntries(agency.options.map((name) => [name, secret()]))
  return {
    signingKey: { ...(await exportJWK(privateKey)), kid: randomBytes(8).toString('hex'), alg: 'ES256', use: 'sig' },
    secrets: kept.shape.secrets.parse(secrets),
  }
}

/** The one registered system of an agency. */
export const clientOf = (name: Agency): string => `${name}-system`

/** Asks the issuer for a token as an agency's system does: by client credentials. */
export const tokenRequest = (name: Agency, { secrets }: DevelopmentKeys) => ({
  method: 'POST',
  headers: { authorization: `Basic ${Buffer.from(`${clientOf(name)}:${secrets[name]}`).toString('base64')}` },
  body: new URLSearchParams({ grant_type: 'client_credentials' }),
})
