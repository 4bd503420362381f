import { daysInMonth, type PlainDate, plainDate } from '../calendar/plain-date.js'
import { canonicalForm } from './canonical-form.js'
import { residentCheckCharacter } from './resident-number.js'

/** 居民身份证 · 港澳台居民居住证 · 外国人永久居留身份证, its new card and the old one of 15 characters. */
export type IdentityDocumentKind =
  | 'resident-identity-card'
  | 'hong-kong-residence-permit'
  | 'macao-residence-permit'
  | 'taiwan-residence-permit'
  | 'foreign-permanent-resident-card'
  | 'foreign-permanent-resident-card-old'

export interface IdentityDocument {
  readonly kind: IdentityDocumentKind
  /** Canonical: 18 characters with an upper-case X, or 15 on the old foreigner's card. */
  readonly number: string
  /** Absent on the old foreigner's card, which tells the birth date with two digits of the year. */
  readonly bornOn?: PlainDate
  readonly sex?: 'male' | 'female'
}

export type ParsedIdentityDocument =
  { readonly valid: true; readonly document: IdentityDocument } | { readonly valid: false; readonly why: string }

const permits: Readonly<Record<string, IdentityDocumentKind>> = {
  '810000': 'hong-kong-residence-permit',
  '820000': 'macao-residence-permit',
  '830000': 'taiwan-residence-permit',
}

/**
 * Reads an identity number as people write it (GB 11643 and the forms derived from it). Never throws, and `why` never tells the
 * number. The region is not checked against today's list: abolished codes stay in identity numbers.
 */
export const parseIdentityDocument = (text: string): ParsedIdentityDocument => {
  const number = canonicalForm(text)
  if (/^[A-Z]{3}\d{12}$/.test(number)) return { valid: true, document: { kind: 'foreign-permanent-resident-card-old', number } }
  const why = fault(number)
  return why === undefined ? { valid: true, document: documentOf(number) } : { valid: false, why }
}

const fault = (number: string): string | undefined => faultOfForm(number) ?? faultOfDate(number) ?? faultOfCheckCharacter(number)

const faultOfForm = (number: string): string | undefined => {
  if (number.length !== 18) return `an identity number has 18 characters (an old foreigner's card 15), this has ${number.length}`
  if (!/^\d{17}[\dX]$/.test(number)) return 'an identity number is 17 digits and a last digit or X'
  if (number.startsWith('0')) return 'no region begins with 0'
  return undefined
}

const faultOfDate = (number: string): string | undefined => {
  const [year, month, day] = [Number(number.slice(6, 10)), Number(number.slice(10, 12)), Number(number.slice(12, 14))]
  if (month < 1 || month > 12) return `month ${month} does not exist`
  if (day < 1 || day > daysInMonth(year, month)) return `day ${day} does not exist in month ${month}${day === 29 ? ' of that year' : ''}`
  if (year < 1800) return 'the year of birth is before 1800'
  return undefined
}

const faultOfCheckCharacter = (number: string): string | undefined =>
  residentCheckCharacter(number) === number.charAt(17) ? undefined : 'the check digit does not fit'

const documentOf = (number: string): IdentityDocument => ({
  kind: permits[number.slice(0, 6)] ?? (number.startsWith('9') ? 'foreign-permanent-resident-card' : 'resident-identity-card'),
  number,
  bornOn: plainDate.parse(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`),
  sex: Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female',
})
