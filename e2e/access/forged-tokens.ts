import { createPublicKey } from 'node:crypto'
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose'
import type { RunningCity } from '../city/start-city.js'

const minute = 60

/** Claims and signature as the issuer gives them, and what one test makes different. */
export interface Forgery {
  readonly claims?: Readonly<Record<string, unknown>>
  readonly header?: Record<string, unknown>
  readonly key?: Parameters<SignJWT['sign']>[0]
}

export interface Forger {
  /** Signed with the issuer's own key where nothing else is said: as it is, it is a good token. */
  readonly signs: (forgery?: Forgery) => Promise<string>
  /** By what is wrong with them. */
  readonly allForgeries: () => Promise<Readonly<Record<string, string>>>
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

export const forgerIn = async ({ url, keys: { signingKey } }: RunningCity): Promise<Forger> => {
  const now = Math.floor(Date.now() / 1000)
  const right = { iss: `${url}/oidc`, aud: 'urn:concord', iat: now, exp: now + minute, client_id: 'health-system', agency: 'health' }
  const signs: Forger['signs'] = async ({ claims, header, key } = {}) =>
    new SignJWT({ ...right, ...claims })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: `${signingKey.kid}`, ...header })
      .sign(key ?? (await importJWK(signingKey, 'ES256')))
  return {
    signs,
    allForgeries: async () => ({
      ...(await allSigned(signs, wrongClaims(`${url}/oidc`, now))),
      ...(await allSigned(signs, await wrongKeys(signingKey))),
      ...tamperedWith(await signs(), { ...right, client_id: 'audit-system', agency: 'audit' }),
    }),
  }
}

type Forgeries = Readonly<Record<string, Forgery>>

const allSigned = async (signs: Forger['signs'], forgeries: Forgeries): Promise<Record<string, string>> =>
  Object.fromEntries(await Promise.all(Object.entries(forgeries).map(async ([what, forgery]) => [what, await signs(forgery)] as const)))

const wrongClaims = (issuer: string, now: number): Forgeries => ({
  'is expired': { claims: { exp: now - minute } },
  'never expires': { claims: { exp: undefined } },
  'is not valid yet': { claims: { nbf: now + minute } },
  'is meant for someone else': { claims: { aud: 'urn:elsewhere' } },
  'is meant for nobody': { claims: { aud: undefined } },
  'comes from another issuer': { claims: { iss: `${issuer}/` } },
  'comes from no issuer': { claims: { iss: undefined } },
  'names an agency that takes no part': { claims: { agency: 'public-security' } },
  'names no agency': { claims: { agency: undefined } },
  'names several agencies': { claims: { agency: ['health', 'audit'] } },
  'names no system': { claims: { client_id: undefined } },
})

/** Signed by someone else, or by anyone who takes the public key for a shared secret. */
const wrongKeys = async (signingKey: JWK): Promise<Forgeries> => {
  const publicKey = createPublicKey({ key: signingKey, format: 'jwk' })
  const jwk = publicKey.export({ format: 'jwk' })
  const stranger = await generateKeyPair('ES256')
  const key = stranger.privateKey
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const asSecret = (text: string): Forgery => ({ header: { alg: 'HS256' }, key: new TextEncoder().encode(text) })
  return {
    'is signed with the public key as PEM': asSecret(pem),
    'is signed with the public key as trimmed PEM': asSecret(pem.trim()),
    'is signed with the public key as JWK': asSecret(JSON.stringify(jwk)),
    'is signed with a part of the public key': asSecret(`${jwk.x}`),
    'is signed by a stranger under the right key id': { key },
    'is signed by a stranger under another key id': { key, header: { kid: 'strangers' } },
    'is signed by a stranger under no key id': { key, header: { kid: undefined } },
    'brings its own key': { key, header: { kid: undefined, jwk: await exportJWK(stranger.publicKey) } },
    'says where its key is': { key, header: { jku: 'http://127.0.0.1:9/jwks' } },
    'names a key by a path': { key, header: { kid: '../../dev/null' } },
  }
}

const tamperedWith = (good: string, otherClaims: object): Readonly<Record<string, string>> => {
  const [header = '', body = '', signature = ''] = good.split('.')
  const other = encoded(otherClaims)
  return {
    'is not signed': `${encoded({ alg: 'none', typ: 'at+jwt' })}.${body}.`,
    'says none and carries a signature': `${encoded({ alg: 'none' })}.${body}.${signature}`,
    'says None in another case': `${encoded({ alg: 'nOnE' })}.${body}.${signature}`,
    'lost its signature': `${header}.${body}.`,
    'has another payload': `${header}.${other}.${signature}`,
    'has another header': `${encoded({ alg: 'ES256', typ: 'at+jwt', more: 1 })}.${body}.${signature}`,
  }
}
