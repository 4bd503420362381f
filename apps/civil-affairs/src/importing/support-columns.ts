import { z } from 'zod'
import { type AbilityBasis, type Applicant, hardshipStatuses, recognisedAbilities } from '@concord/civil-affairs'
import { recordId } from '@concord/contracts'
import { maybe, recordIdOf, wholeNumber, words } from '@concord/file-import'
import type { PlainDate } from '@concord/standards'
import { assessmentId } from './assessment-kinds.js'
import { agedPerson } from './person-columns.js'

/** What the agency's old system knew of an applicant on the day of its decision. */
export const applicantColumns = {
  ...agedPerson,
  hardship: maybe(z.enum(hardshipStatuses)).describe('Empty: none'),
}

export const applicantOf = ({
  bornOn,
  hardship = 'none',
}: {
  readonly bornOn: PlainDate
  readonly hardship?: Applicant['hardship'] | undefined
}): Applicant => ({ bornOn, hardship })

const grade = z.int().min(1).max(4)

/** `43` is category 4, grade 3, as in a certificate's number. */
const component = z
  .string()
  .regex(/^[1-6][1-4]$/, 'a category 1–6 and a grade 1–4, such as 43 类别和等级各一位，如 43')
  .transform((digits) => ({ category: Number(digits.charAt(0)), grade: Number(digits.charAt(1)) }))

/** 残疾人证, under the id by which the federation publishes it. */
export const certificateColumns = {
  certificateId: recordIdOf('disabled-persons-federation/certificates'),
  grade: wholeNumber.pipe(grade),
  components: words.pipe(z.array(component).min(1).max(6)),
}

export const certificateOf = ({ certificateId, grade, components }: z.infer<z.ZodObject<typeof certificateColumns>>) => ({
  certificateId,
  grade,
  components,
})

const level = wholeNumber.pipe(z.literal([0, 1, 2, 3, 4]))

/** 能力依据: our own assessment and its level, or a recognised finding and what it counts as. */
export const abilityColumns = {
  assessmentId: maybe(assessmentId),
  level: maybe(level),
  recognisedFindingId: maybe(recordId),
  recognisedAs: maybe(z.enum(recognisedAbilities)),
}

type AbilityCells = z.infer<z.ZodObject<typeof abilityColumns>>

export const withAbility = <Row extends AbilityCells>(row: Row, context: z.RefinementCtx): Row & { readonly ability: AbilityBasis } => {
  const ability = abilityOf(row)
  if (ability) return { ...row, ability }
  const message = 'give assessmentId and level, or recognisedFindingId and recognisedAs 请填写本部门评估及等级，或互认结果及其认可程度'
  context.addIssue({ code: 'custom', path: ['assessmentId'], message })
  return z.NEVER
}

const abilityOf = ({ assessmentId, level, recognisedFindingId, recognisedAs }: AbilityCells): AbilityBasis | undefined => {
  if (assessmentId !== undefined && level !== undefined) return { from: 'own-assessment', findingId: assessmentId, level }
  if (recognisedFindingId !== undefined && recognisedAs !== undefined)
    return { from: 'recognition', findingId: recognisedFindingId, as: recognisedAs }
  return undefined
}
