import { describe, expect, it } from '@jest/globals'
import { createLocalJWKSet, errors, exportJWK, generateKeyPair, type JWTVerifyGetKey, SignJWT } from 'jose'
import { KeysUnavailable, NotAuthenticated, verifyToken } from './verify-token.js'

const { publicKey, privateKey } = await generateKeyPair('ES256')
const jwks = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'ours', alg: 'ES256' }] })
const trusted = { issuer: 'https://issuer.test', audience: 'concord' }

describe('a token', () => {
  it('tells the system that asks, and its agency', async () =>
    expect(await verify(await token(), jwks)).toEqual({ client: 'health-system', agency: 'health' }))

  it('is the caller’s trouble when it names a key that the issuer does not have', async () =>
    await expect(verify(await token('theirs'), jwks)).rejects.toThrow(NotAuthenticated))

  it.each([
    ['refuses the connection', new TypeError('fetch failed')],
    ['does not answer in time', new errors.JWKSTimeout()],
    ['answers with an error', new errors.JOSEError('Expected 200 OK from the JSON Web Key Set HTTP response')],
    ['answers with something else than keys', new errors.JWKSInvalid()],
  ])(
    'is not the caller’s trouble when the issuer %s',
    async (_, trouble) => await expect(verify(await token(), () => Promise.reject(trouble))).rejects.toThrow(KeysUnavailable),
  )

  it('is looked at before the issuer is asked for keys', async () =>
    await expect(verify('a.b.c', () => Promise.reject(new TypeError('fetch failed')))).rejects.toThrow(NotAuthenticated))
})

const verify = (text: string, keys: JWTVerifyGetKey) => verifyToken(`Bearer ${text}`, { ...trusted, keys })

const token = (kid = 'ours'): Promise<string> =>
  new SignJWT({ client_id: 'health-system', agency: 'health' })
    .setProtectedHeader({ alg: 'ES256', kid })
    .setIssuer(trusted.issuer)
    .setAudience(trusted.audience)
    .setExpirationTime('5m')
    .sign(privateKey)
