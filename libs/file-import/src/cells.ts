import { v5 as uuidFromName, validate as isUuid } from 'uuid'
import { z } from 'zod'
import { parseIdentityDocument } from '@concord/standards'

/** Cells of a file: text in CSV, maybe typed in NDJSON. Empty text is no value. */
const emptyAsMissing = (cell: unknown): unknown => (typeof cell === 'string' && cell.trim() === '' ? undefined : cell)

/** A whole number, `12` or `"12"`. */
export const wholeNumber = z.preprocess((cell) => (typeof cell === 'string' && /^\s*-?\d+\s*$/.test(cell) ? Number(cell) : cell), z.int())

/** Whole numbers: `[4, 3]`, or text with blanks or semicolons between, `"4 3"`. */
export const wholeNumbers = z.preprocess(
  (cell) =>
    typeof cell === 'string'
      ? cell
          .trim()
          .split(/[\s;；]+/)
          .map(Number)
      : cell,
  z.array(z.int()),
)

/** Words with blanks or semicolons between, or a list. */
export const words = z.preprocess(
  (cell) =>
    typeof cell === 'string'
      ? cell
          .trim()
          .split(/[\s;；]+/)
          .filter(Boolean)
      : cell,
  z.array(z.string()),
)

const yes = new Set(['true', '1', '是', 'y', 'yes'])
const no = new Set(['false', '0', '否', 'n', 'no'])

/** 是 or 否, true or false, 1 or 0. */
export const flag = z.preprocess((cell) => {
  const word = String(cell).trim().toLowerCase()
  return yes.has(word) ? true : no.has(word) ? false : cell
}, z.boolean())

/** A cell that may stay empty. */
export const maybe = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(emptyAsMissing, schema.optional())

const recordNumbers = '0b1f3c1e-8a63-5c39-9f0b-1c2b6a0f7d55'

/** An agency's own record number as a record id: a UUID stays, other text becomes the same UUID every time. */
export const recordIdOf = (kind: string) =>
  z
    .string()
    .trim()
    .min(1)
    .max(60)
    .refine((text) => !parseIdentityDocument(text).valid, 'an identity number is no record number: use the number of the record itself')
    .transform((text) => (isUuid(text) ? text.toLowerCase() : uuidFromName(`${kind}/${text}`, recordNumbers)))
