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

/** The issuer's keys cannot be had, so that nobody's token can be checked: no fault of who asks. */
export class KeysUnavailable extends Error {
  override readonly name = 'KeysUnavailable'
  constructor(cause: unknown) {
    super("the token issuer's keys are out of reach", { cause })
  }
}

const claims = z.object({ client_id: z.string().min(1).max(200), agency })

/** Keys are fetched when the first token comes, kept, and fetched again when an unknown key id appears. */
export const trust = (issuer: string, audience: string, jwksUrl: string): TrustedIssuer => ({
  issuer,
  audience,
  keys: createRemoteJWKSet(new URL(jwksUrl)),
})

/**
 * @throws NotAuthenticated when the token is missing, forged, expired, meant for someone else or names no agency
 * @throws KeysUnavailable when the issuer does not answer as it should
 */
export const verifyToken = async (authorization: string | undefined, { issuer, audience, keys }: TrustedIssuer): Promise<Caller> => {
  const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1]
  if (!token) throw new NotAuthenticated('send "Authorization: Bearer <access token>"')
  try {
    // A token without an end would be good for ever once it is stolen.
    const required = { issuer, audience, algorithms: ['ES256', 'EdDSA', 'RS256'], requiredClaims: ['exp'] }
    const { payload } = await jwtVerify(token, available(keys), required)
    const { client_id: client, agency } = claims.parse(payload)
    return { client, agency }
  } catch (error) {
    throw whyNot(error)
  }
}

/** Whatever goes wrong with getting keys is the issuer's trouble; but for a token that names none of them. */
const available =
  (keys: JWTVerifyGetKey): JWTVerifyGetKey =>
  async (header, token) => {
    try {
      return await keys(header, token)
    } catch (error) {
      throw error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys
        ? error
        : new KeysUnavailable(error)
    }
  }

const whyNot = (error: unknown): unknown => {
  if (error instanceof errors.JWTExpired) return new NotAuthenticated('the token has expired: get a new one')
  if (error instanceof z.ZodError) return new NotAuthenticated('the token names no agency that takes part')
  if (error instanceof errors.JOSEError) return new NotAuthenticated('the token is not valid here')
  return error
}
