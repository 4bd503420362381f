import { z } from 'zod'
import { institutionCode, parseIdentityDocument, plainDate } from '@concord/standards'

/** Words that several contexts' published events share. */
export { plainDate, institutionCode }

/** GB/T 2260 region, six digits. Not checked against today's list: abolished codes stay in old records. */
export const region = z.string().regex(/^\d{6}$/)

/** An id that the publishing agency chose for a record of its own. A UUID, so that nobody puts an identity number here. */
export const recordId = z.uuid()

/** A member of the assessor pool, by pool number: not a name, nor the number of an identity document. */
export const assessorId = z
  .string()
  .regex(/^[A-Z0-9-]{2,20}$/)
  .refine((text) => !parseIdentityDocument(text).valid, 'an identity number is no pool number 请填写评估人员库编号，不要填写身份证件号码')

/** One published event: a name that is for ever, and its data. New fields are optional; a changed meaning is a new name. */
export const publishes = <const Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), data: z.object(shape) })

/** Who determined a finding. */
export const determination = {
  determinedOn: plainDate,
  institution: institutionCode,
  assessors: z.array(assessorId).max(10),
}
