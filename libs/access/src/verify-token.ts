import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose'
import { z } from 'zod'
import { agency, type Caller } from './caller.js'

/** Who issues the tokens that count here, and for whom they must be meant. */
export interface TrustedIssuer {
  /** Exactly as the `iss` claim says it. */
  readonly issuer: string
  readonly audience: string
  readonly keys: JWTVerifyGetKey
}

/** The token does not prove who asks. The message says which proof is missing, never the token. */
export class NotAuthenticated extends Error {
  override readonly name = 'NotAuthenticated'
}

const claims = z.object({ client_id: z.string().min(1), agency })

/** Keys are fetched when the first token comes, kept, and fetched again when an unknown key id appears. */
export const trust = (issuer: string, audience: string, jwksUrl: string): TrustedIssuer => ({
  issuer,
  audience,
  keys: createRemoteJWKSet(new URL(jwksUrl)),
})

/**
 * @throws NotAuthenticated when the token is missing, forged, expired, meant for someone else or names no agency
 * @throws anything else when the issuer's keys cannot be had: that is our fault, not the caller's
 */
export const verifyToken = async (authorization: string | undefined, { issuer, audience, keys }: TrustedIssuer): Promise<Caller> => {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1]
  if (!token) throw new NotAuthenticated('send "Authorization: Bearer <access token>"')
  try {
    const { payload } = await jwtVerify(token, keys, { issuer, audience, algorithms: ['ES256', 'EdDSA', 'RS256'] })
    const { client_id: client, agency } = claims.parse(payload)
    return { client, agency }
  } catch (error) {
    throw whyNot(error)
  }
}

const whyNot = (error: unknown): unknown => {
  if (error instanceof errors.JWTExpired) return new NotAuthenticated('the token has expired: get a new one')
  if (error instanceof z.ZodError) return new NotAuthenticated('the token names no agency that takes part')
  if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout))
    return new NotAuthenticated('the token is not valid here')
  return error
}
