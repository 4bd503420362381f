import { z } from 'zod'
import { canonicalForm } from './canonical-form.js'
import { type IdentityDocument, parseIdentityDocument } from './identity-document.js'

/**
 * 残疾人证号, canonical: the holder's identity number, category 1–7, grade 1–4, and B1–B9 on a card reissued after loss. Not a stable
 * key: regrading changes its end, a corrected identity number its beginning.
 */
export const certificateNumber = z
  .string()
  .regex(/^\d{17}[\dX][1-7][1-4](?:B[1-9])?$/)
  .refine((number) => parseCertificateNumber(number).valid, 'the identity number in it is not valid')
  .brand<'CertificateNumber'>()
export type CertificateNumber = z.infer<typeof certificateNumber>

export interface Certificate {
  readonly number: CertificateNumber
  readonly holder: IdentityDocument
  /** 1 视力 … 7 多重 */
  readonly category: number
  /** 1 is the most severe. */
  readonly grade: number
  /** 补发: `B1` on the first card reissued after loss. */
  readonly reissue?: string
}

export type ParsedCertificateNumber =
  { readonly valid: true; readonly certificate: Certificate } | { readonly valid: false; readonly why: string }

/** Reads a certificate number as people write it. Never throws, and `why` never tells the number. */
export const parseCertificateNumber = (text: string): ParsedCertificateNumber => {
  const number = canonicalForm(text)
  if (number.length !== 20 && number.length !== 22) {
    return { valid: false, why: `a certificate number has 20 characters, or 22 when reissued, this has ${number.length}` }
  }
  const identity = parseIdentityDocument(number.slice(0, 18))
  if (!identity.valid) return identity
  const why = faultOfHolder(identity.document) ?? faultOfEnd(number.slice(18))
  return why === undefined ? { valid: true, certificate: certificateOf(number, identity.document) } : { valid: false, why }
}

const faultOfHolder = ({ kind }: IdentityDocument): string | undefined =>
  kind === 'foreign-permanent-resident-card' ? "a certificate is not issued on a foreigner's card" : undefined

const faultOfEnd = (end: string): string | undefined => {
  if (!/^[1-7]/.test(end)) return `category ${end.charAt(0)} does not exist`
  if (!/^.[1-4]/.test(end)) return `grade ${end.charAt(1)} does not exist`
  return /^..(?:B[1-9])?$/.test(end) ? undefined : 'a reissued certificate ends in B1 to B9'
}

const certificateOf = (number: string, holder: IdentityDocument): Certificate => ({
  number: number as CertificateNumber,
  holder,
  category: Number(number.charAt(18)),
  grade: Number(number.charAt(19)),
  ...(number.length === 22 && { reissue: number.slice(20) }),
})
