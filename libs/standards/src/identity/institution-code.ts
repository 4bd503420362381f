import { z } from 'zod'
import { canonicalForm } from './canonical-form.js'

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const form = /^[0-9A-HJ-NPQRTUWXY]{18}$/
const misfit = 'the check character does not fit'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

const weighted = (text: string, by: readonly number[], valueOf: (character: string) => number): number =>
  by.reduce((total, weight, place) => total + weight * valueOf(text.charAt(place)), 0)

/** GB 32100-2015: the check character after 17 characters, modulus 31. */
const checkCharacter = (start: string): string => {
  const sum = weighted(start, weights, (character) => alphabet.indexOf(character))
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

/** GB 11714: the check character of the organisation code (characters 9 to 17), modulus 11; a letter counts 10 (A) to 35 (Z). */
const organisationCheckCharacter = (start: string): string => {
  const sum = weighted(start.slice(8), organisationWeights, (character) => Number.parseInt(character, 36))
  return '0X987654321'.charAt(sum % 11)
}

/** Whether both check characters fit: the code's own (GB 32100-2015) and that of the organisation code within (GB 11714). */
export const isInstitutionCode = (code: string): boolean =>
  form.test(code) && organisationCheckCharacter(code) === code[16] && checkCharacter(code.slice(0, 17)) === code[17]

/** 统一社会信用代码 of an institution (GB 32100-2015), 18 characters. */
export const institutionCode = z.string().regex(form).refine(isInstitutionCode, misfit).brand<'InstitutionCode'>()
export type InstitutionCode = z.infer<typeof institutionCode>

export type ParsedInstitutionCode =
  { readonly valid: true; readonly code: InstitutionCode } | { readonly valid: false; readonly why: string }

/** Reads an institution code as people write it. Never throws. */
export const parseInstitutionCode = (text: string): ParsedInstitutionCode => {
  const code = canonicalForm(text)
  if (code.length !== 18) return { valid: false, why: `an institution code has 18 characters, this has ${code.length}` }
  if (!form.test(code)) return { valid: false, why: 'an institution code is digits and capital letters without I, O, S, V and Z' }
  return isInstitutionCode(code) ? { valid: true, code: institutionCode.parse(code) } : { valid: false, why: misfit }
}

/**
 * A made-up code, for the sample city and for tests: both check characters (the 17th and the 18th) are worked out from the first 16.
 *
 * @throws RangeError when `start` has fewer than 16 characters or one that no code has
 */
export const institutionCodeFrom = (start: string): InstitutionCode => {
  if (!/^[0-9A-HJ-NPQRTUWXY]{16,17}$/.test(start)) throw new RangeError('an institution code begins with 16 digits and letters of GB 32100')
  const seventeen = start.slice(0, 16) + organisationCheckCharacter(start)
  return institutionCode.parse(seventeen + checkCharacter(seventeen))
}
