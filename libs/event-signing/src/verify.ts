import { type KeyObject, verify as verifyWithCallback } from 'node:crypto'
import { promisify } from 'node:util'
import { z } from 'zod'
import type { CloudEvent } from './cloud-event.js'
import { type Envelope, preAuthenticationEncoding } from './dsse.js'
import { payloadType } from './sign.js'
import { coreAttributes, isListOfExtensions, verificationMaterial } from './verification-material.js'

/** The public key of this name, if the signer has one. @throws when that cannot be found out now */
export type PublicKeys = (kid: string) => Promise<KeyObject | undefined>

export type Verified = { readonly valid: true; readonly event: CloudEvent } | { readonly valid: false; readonly why: string }

const envelope = z.object({
  payload: z.base64(),
  payloadType: z.literal(payloadType),
  signatures: z
    .array(z.object({ keyid: z.string(), sig: z.base64() }))
    .min(1)
    .max(4),
})

const invalid = (why: string): Verified => ({ valid: false, why })

/** Checks who signed an event. What comes back holds nothing but what was signed. */
export const verify = async (event: CloudEvent, keys: PublicKeys): Promise<Verified> => {
  const { dssematerial, signedextattrs = '' } = event.attributes
  if (!dssematerial) return invalid('the event is not signed')
  const read = envelope.safeParse(parsed(dssematerial))
  if (!read.success) return invalid('its signature cannot be read')
  const extensions = signedextattrs === '' ? [] : signedextattrs.split(',')
  if (!isListOfExtensions(extensions)) return invalid('its list of signed extensions names what it must not')
  const material = verificationMaterial(event, extensions)
  if (!material.equals(Buffer.from(read.data.payload, 'base64'))) return invalid('it is not what was signed')
  if (!(await isSignedBy(read.data.signatures, material, keys))) return invalid('no key of its owner has signed it')
  return { valid: true, event: onlySigned(event, extensions) }
}

/** Beside the main thread. */
const verifyBytes = promisify(verifyWithCallback)

const isSignedBy = async (signatures: Envelope['signatures'], material: Uint8Array, keys: PublicKeys): Promise<boolean> => {
  const signed = preAuthenticationEncoding(payloadType, material)
  for (const { keyid, sig } of signatures) {
    const key = await keys(keyid)
    if (key && (await verifyBytes(null, signed, key, Buffer.from(sig, 'base64')))) return true
  }
  return false
}

const onlySigned = ({ attributes, data }: CloudEvent, extensions: readonly string[]): CloudEvent => {
  const signed = new Set([...coreAttributes, ...extensions])
  return { attributes: Object.fromEntries(Object.entries(attributes).filter(([name]) => signed.has(name))), data }
}

const parsed = (material: string): unknown => {
  try {
    return JSON.parse(Buffer.from(material, 'base64').toString())
  } catch {
    return undefined
  }
}
