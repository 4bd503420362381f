import { type KeyObject, sign as signBytes } from 'node:crypto'
import type { CloudEvent } from './cloud-event.js'
import { type Envelope, preAuthenticationEncoding } from './dsse.js'
import { extensionsOf, verificationMaterial } from './verification-material.js'

export const payloadType = 'https://cloudevents.io/verifiability/dsse/v0.1'

/** A private Ed25519 key, and the name under which its public half is found. */
export interface SigningKey {
  readonly kid: string
  readonly key: KeyObject
}

/** The event with the signature of all that it says: attributes, extensions and data. */
export const sign = ({ attributes, data }: CloudEvent, { kid, key }: SigningKey): CloudEvent => {
  const extensions = extensionsOf({ attributes, data })
  const material = verificationMaterial({ attributes, data }, extensions)
  const envelope: Envelope = {
    payload: material.toString('base64'),
    payloadType,
    signatures: [{ keyid: kid, sig: signBytes(null, preAuthenticationEncoding(payloadType, material), key).toString('base64') }],
  }
  const dssematerial = Buffer.from(JSON.stringify(envelope)).toString('base64')
  return { data, attributes: { ...attributes, signedextattrs: extensions.join(','), dssematerial } }
}
