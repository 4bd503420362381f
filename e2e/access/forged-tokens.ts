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
  const { d: _, ...publicKey }: JWK = signingKey
  const right = { iss: `${url}/oidc`, aud: 'urn:concord', iat: now, exp: now + minute, client_id: 'health-system', agency: 'health' }
  const strangers = await generateKeyPair('ES256')

  const signs: Forger['signs'] = async ({ claims, header, key } = {}) =>
    new SignJWT({ ...right, ...claims })
      .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: `${signingKey.kid}`, ...header })
      .sign(key ?? (await importJWK(signingKey, 'ES256')))

  const withPublicKeyAsSecret = async (): Promise<readonly string[]> => {
    const pem = createPublicKey({ key: publicKey, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString()
    const secrets = [pem, pem.trim(), JSON.stringify(publicKey), `${publicKey.x}`].map((text) => new TextEncoder().encode(text))
    return Promise.all(secrets.map((key) => signs({ header: { alg: 'HS256' }, key })))
  }

  const allForgeries: Forger['allForgeries'] = async () => {
    const good = await signs()
    const [head = '', body = '', signature = ''] = good.split('.')
    const other = encoded({ ...right, client_id: 'audit-system', agency: 'audit' })
    const [pem = '', trimmedPem = '', jwk = '', x = ''] = await withPublicKeyAsSecret()
    const byStranger = { key: strangers.privateKey }
    return {
      'is expired': await signs({ claims: { exp: now - minute } }),
      'never expires': await signs({ claims: { exp: undefined } }),
      'is not valid yet': await signs({ claims: { nbf: now + minute } }),
      'is meant for someone else': await signs({ claims: { aud: 'urn:elsewhere' } }),
      'is meant for nobody': await signs({ claims: { aud: undefined } }),
      'comes from another issuer': await signs({ claims: { iss: `${url}/oidc/` } }),
      'comes from no issuer': await signs({ claims: { iss: undefined } }),
      'names an agency that takes no part': await signs({ claims: { agency: 'public-security' } }),
      'names no agency': await signs({ claims: { agency: undefined } }),
      'names several agencies': await signs({ claims: { agency: ['health', 'audit'] } }),
      'names no system': await signs({ claims: { client_id: undefined } }),
      'is not signed': `${encoded({ alg: 'none', typ: 'at+jwt' })}.${body}.`,
      'says none and carries a signature': `${encoded({ alg: 'none', kid: signingKey.kid })}.${body}.${signature}`,
      'says None in another case': `${encoded({ alg: 'nOnE', kid: signingKey.kid })}.${body}.${signature}`,
      'lost its signature': `${head}.${body}.`,
      'has another payload': `${head}.${other}.${signature}`,
      'has another header': `${encoded({ alg: 'ES256', typ: 'at+jwt', kid: signingKey.kid, more: 1 })}.${body}.${signature}`,
      'is signed with the public key as PEM': pem,
      'is signed with the public key as trimmed PEM': trimmedPem,
      'is signed with the public key as JWK': jwk,
      'is signed with a part of the public key': x,
      'is signed by a stranger under the right key id': await signs(byStranger),
      'is signed by a stranger under another key id': await signs({ ...byStranger, header: { kid: 'strangers' } }),
      'is signed by a stranger under no key id': await signs({ ...byStranger, header: { kid: undefined } }),
      'brings its own key': await signs({ ...byStranger, header: { kid: undefined, jwk: await exportJWK(strangers.publicKey) } }),
      'says where its key is': await signs({ ...byStranger, header: { jku: 'http://127.0.0.1:9/jwks' } }),
      'names a key by a path': await signs({ ...byStranger, header: { kid: '../../dev/null' } }),
    }
  }
  return { signs, allForgeries }
}
