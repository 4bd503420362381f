import { createPublicKey, KeyObject } from 'node:crypto'
import { createRemoteJWKSet, errors } from 'jose'
import type { PublicJwk } from './key-file.js'
import type { PublicKeys } from './verify.js'

/** An unknown key is asked for again after so long: a new one is published well before it signs. */
const askAgainAfterMilliseconds = 1_000

/** Nobody knows now whether the key is the agency's. The message is one sentence for whoever operates it: what is wrong and what to do. */
export class KeysOutOfReach extends Error {
  override readonly name = 'KeysOutOfReach'
}

/** The public keys that an agency publishes at an address. A key that is known once is known for ever. @throws KeysOutOfReach */
export const publishedKeys = (url: URL): PublicKeys => {
  const keySet = createRemoteJWKSet(url, { cooldownDuration: askAgainAfterMilliseconds, cacheMaxAge: Number.POSITIVE_INFINITY })
  return remembering(async (kid) => {
    try {
      const key = await keySet({ alg: 'EdDSA', kid })
      return KeyObject.from(key)
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey) return undefined
      const reason = error instanceof Error ? error.message : String(error)
      throw new KeysOutOfReach(
        `the signing keys at ${url.href} cannot be fetched (${reason}); start the service that publishes them, or correct SIGNING_KEYS_URL`,
        { cause: error },
      )
    }
  })
}

/** Keys that are at hand. */
export const keysAtHand = ({ keys }: { readonly keys: readonly PublicJwk[] }): PublicKeys =>
  remembering((kid) => {
    const jwk = keys.find((key) => key.kid === kid)
    return Promise.resolve(jwk && createPublicKey({ key: { ...jwk }, format: 'jwk' }))
  })

const remembering = (find: PublicKeys): PublicKeys => {
  const known = new Map<string, KeyObject>()
  return async (kid) => {
    const key = known.get(kid) ?? (await find(kid))
    if (key) known.set(kid, key)
    return key
  }
}
