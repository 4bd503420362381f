import { z } from 'zod'
import { recordId, region } from '@concord/contracts'
import { cancellingReasons, freezingReasons, refusingReasons } from '@concord/disabled-persons-federation'
import { pastDate } from '@concord/service-kit'
import { institutionCode } from '@concord/standards'

export const grade = z.literal([1, 2, 3, 4]).describe('1 极重度 2 重度 3 中度 4 轻度')
export const category = z.literal([1, 2, 3, 4, 5, 6, 7]).describe('1 视力 2 听力 3 言语 4 肢体 5 智力 6 精神 7 多重')
export const component = z.strictObject({ category: z.literal([1, 2, 3, 4, 5, 6]), grade })

/** 残疾评定, as the hospital found it: the components also of a single disability, which is its own. */
const evaluation = z.strictObject({
  category,
  grade,
  components: z.array(component).min(1).max(6),
  determinedOn: pastDate,
  institution: institutionCode,
})

/** Which certificate, and when: all that most requests say. */
export const about = z.strictObject({ certificateId: recordId, on: pastDate })
export type AboutBody = z.infer<typeof about>

export const evaluated = about.extend({
  evaluation,
  designated: z.boolean().describe('评定之日该机构是否为指定医院'),
})
export const concluded = about.extend({ evaluation })
export const moved = about.extend({ householdRegion: region })

export const refused = about.extend({ reason: z.enum(refusingReasons) })
export const frozen = about.extend({ reason: z.enum(freezingReasons) })
export const cancelled = about.extend({ reason: z.enum(cancellingReasons) })
