import { z } from 'zod'
import type { Evaluation } from '@concord/disabled-persons-federation'
import { maybe, recordIdOf, wholeNumber, words } from '@concord/file-import'
import { identityDocument } from '@concord/identity'
import { pastDate } from '@concord/service-kit'
import { institutionCode, parseCertificateNumber } from '@concord/standards'
import { category, component, grade } from '../certificate/certificate.bodies.js'

/** The record's own number. The printed certificate number contains the identity number, so it is not one. */
const certificateId = z
  .string()
  .refine(
    (text) => !parseCertificateNumber(text).valid,
    'a printed certificate number is no record number 请填写内部记录编号，不要填写残疾人证号',
  )
  .pipe(recordIdOf('disabled-persons-federation/certificates'))

/** Whose certificate, and which. */
export const about = { document: identityDocument, certificateId }

/** `43` is category 4, grade 3, as in a certificate's number. */
const componentCell = z
  .string()
  .regex(/^[1-6][1-4]$/, 'a category 1–6 and a grade 1–4, such as 43 类别和等级各一位，如 43')
  .transform((digits) => ({ category: Number(digits.charAt(0)), grade: Number(digits.charAt(1)) }))
  .pipe(component)

/** The columns of an evaluation. `components` may stay empty for a single disability: it is its own. */
export const evaluationCells = {
  determinedOn: pastDate,
  institution: institutionCode,
  category: wholeNumber.pipe(category),
  grade: wholeNumber.pipe(grade),
  components: maybe(words.pipe(z.array(componentCell).min(1).max(6))),
}

type EvaluationRow = z.infer<z.ZodObject<typeof evaluationCells>>

export const evaluationOf = ({ determinedOn, institution, category, grade, components }: EvaluationRow): Evaluation => ({
  determinedOn,
  institution,
  category,
  grade,
  components: components ?? (category === 7 ? [] : [{ category, grade }]),
})
