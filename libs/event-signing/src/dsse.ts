/** DSSE 1.0.2, https://github.com/secure-systems-lab/dsse: what is signed is the type and the body, each with its length. */
export const preAuthenticationEncoding = (payloadType: string, body: Uint8Array): Buffer =>
  Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(payloadType)} ${payloadType} ${body.length} `), body])

export interface Envelope {
  readonly payload: string
  readonly payloadType: string
  readonly signatures: readonly { readonly keyid: string; readonly sig: string }[]
}
