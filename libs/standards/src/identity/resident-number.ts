import type { PlainDate } from '../calendar/plain-date.js'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** GB 11643: the check character after 17 digits, ISO 7064 MOD 11-2. */
export const residentCheckCharacter = (digits: string): string => {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0)
  return '10X98765432'.charAt(sum % 11)
}

/**
 * A made-up number with a check character that fits, for the sample city and for tests. Region 810000, 820000 or 830000 makes a
 * residence permit, a region that begins with 9 a foreigner's card; an odd sequence is a man's.
 *
 * @throws RangeError when the region has not six digits or the sequence is not 0 to 999
 */
export const residentNumber = (parts: { readonly region: string; readonly bornOn: PlainDate; readonly sequence: number }): string => {
  const { region, bornOn, sequence } = parts
  const digits = `${region}${bornOn.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  if (!/^\d{17}$/.test(digits)) throw new RangeError('a resident number needs a region of six digits and a sequence of 0 to 999')
  return digits + residentCheckCharacter(digits)
}
