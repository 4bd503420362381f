import { type KeyObject, sign as signWithCallback } from 'node:crypto'
import { promisify } from 'node:util'
import type { CloudEvent } from './cloud-event.js'
import { type Envelope, preAuthenticationEncoding } from './dsse.js'
import { extensionsOf, verificationMaterial } from './verification-material.js'

export const payloadType = 'https://cloudevents.io/verifiability/dsse/v0.1'

/** A private Ed25519 key, and the name under which its public half is found. */
export interface SigningKey {
  readonly kid: string
  readonly key: KeyObject
}

/** Beside the main thread: several events are signed at once, and others go on meanwhile. */
const signBytes = promisify(signWithCallback)

/** The event with the signature of all that it says: attributes, extensions and data. */
export const sign = async ({ attributes, data }: CloudEvent, { kid, key }: SigningKey): Promise<CloudEvent> => {
  const extensions = extensionsOf({ attributes, data })
  const material = verificationMaterial({ attributes, data }, extensions)
  const signature = await signBytes(null, preAuthenticationEncoding(payloadType, material), key)
  const envelope: Envelope = {
    payload: material.toString('base64'),
    payloadType,
    signatures: [{ keyid: kid, sig: signature.toString('base64') }],
  }
  const dssematerial = Buffer.from(JSON.stringify(envelope)).toString('base64')
  return { data, attributes: { ...attributes, signedextattrs: extensions.join(','), dssematerial } }
}
