import { createPrivateKey } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose'
import { z } from 'zod'
import type { SigningKey } from './sign.js'

const keptKey = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  alg: z.literal('EdDSA'),
  use: z.literal('sig'),
  kid: z.string().min(1),
  x: z.string().min(1),
  /** The private half; gone from keys that sign no more. */
  d: z.string().min(1).optional(),
  /** Seconds since 1970: before, the key is published but does not sign. */
  nbf: z.int().min(0),
})
type KeptKey = z.infer<typeof keptKey>
const keptKeys = z.object({ keys: z.array(keptKey).min(1) })

/** One half of a key as everyone may see it. */
export type PublicJwk = Omit<KeptKey, 'd' | 'nbf'>

/** An agency's signing keys. Each stays published for ever: what it signed must be verified at every rebuild. */
export interface SigningKeys {
  /** The newest that may sign already. */
  readonly current: () => SigningKey
  readonly published: () => { readonly keys: readonly PublicJwk[] }
}

/** What is in the way of signing, with what to do. */
export class SigningKeyFault extends Error {
  override readonly name = 'SigningKeyFault'
}

/** Opens the keys in a file, making the first one when there is no file. @throws SigningKeyFault */
export const openSigningKeys = async (path: string, now?: () => Date): Promise<SigningKeys> => {
  if (!existsSync(path)) write(path, [await newKey(0)])
  return signingKeysIn(path, now)
}

/** The keys in a file that is there. Looks again whenever it was changed. @throws SigningKeyFault */
export const signingKeysIn = (path: string, now: () => Date = () => new Date()): SigningKeys => {
  let seen = { at: -1, keys: readKeys(path) }
  const keys = (): readonly KeptKey[] => {
    const at = statSync(path).mtimeMs
    if (at !== seen.at) seen = { at, keys: readKeys(path) }
    return seen.keys
  }
  return {
    current: () => signingKey(path, keys(), now()),
    published: () => ({ keys: keys().map(({ kty, crv, alg, use, kid, x }) => ({ kty, crv, alg, use, kid, x })) }),
  }
}

/**
 * Adds a key that is published at once and signs from `overlapSeconds` on, when everybody has had the time to learn of it. Those that
 * it replaces lose their private halves, but for the one that signs until then.
 */
export const rotate = async (path: string, overlapSeconds: number, now = new Date()): Promise<string> => {
  const known = readKeys(path)
  const { kid: signing } = signingKey(path, known, now)
  const next = await newKey(Math.floor(now.getTime() / 1000) + overlapSeconds)
  const retired = known.map(({ d, ...key }) => (d !== undefined && key.kid === signing ? { ...key, d } : key))
  write(path, [...retired, next])
  return next.kid
}

const newKey = async (nbf: number): Promise<KeptKey> => {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const jwk = await exportJWK(privateKey)
  return keptKey.parse({ ...jwk, alg: 'EdDSA', use: 'sig', kid: await calculateJwkThumbprint(jwk), nbf })
}

/** Making a key takes longer than signing with it. */
const made = new Map<string, SigningKey>()

const signingKey = (path: string, keys: readonly KeptKey[], now: Date): SigningKey => {
  const newest = keys.findLast(({ d, nbf }) => d !== undefined && nbf * 1000 <= now.getTime())
  if (newest?.d === undefined)
    throw new SigningKeyFault(`No key in ${path} may sign at this time; rotate the keys, or put back a copy of the file.`)
  const { kid, kty, crv, x, d } = newest
  const key = made.get(kid) ?? { kid, key: createPrivateKey({ key: { kty, crv, x, d }, format: 'jwk' }) }
  made.set(kid, key)
  return key
}

const readKeys = (path: string): readonly KeptKey[] => {
  // What the system refuses is told elsewhere, by its code.
  const text = readFileSync(path, 'utf8')
  try {
    return keptKeys.parse(JSON.parse(text)).keys
  } catch (error) {
    throw new SigningKeyFault(`The signing keys in ${path} cannot be read; put back a copy of the file.`, { cause: error })
  }
}

const write = (path: string, keys: readonly KeptKey[]): void => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  writeFileSync(`${path}.new`, JSON.stringify({ keys }, undefined, 2), { mode: 0o600 })
  renameSync(`${path}.new`, path)
}
