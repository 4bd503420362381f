import type { AbilityAssessmentRefusal } from './ability-assessment/ability-assessment.decider.js'
import { abilityAssessmentRefusals } from './ability-assessment/ability-assessment.refusals.js'
import type { CareVoucherRefusal } from './care-voucher/care-voucher.decider.js'
import { careVoucherRefusals } from './care-voucher/care-voucher.refusals.js'
import type { DeathReportRefusal } from './death-report/death-report.decider.js'
import { deathReportRefusals } from './death-report/death-report.refusals.js'
import { ineligibleRefusals } from './eligibility.refusals.js'
import type { FileRefusal } from './file/file.decider.js'
import { fileRefusals } from './file/file.refusals.js'
import type { HardshipRefusal } from './hardship/hardship.decider.js'
import { hardshipRefusals } from './hardship/hardship.refusals.js'
import type { Sentences } from './sentences.js'
import type { SubsidyRefusal } from './subsidies/subsidies.decider.js'
import { subsidyRefusals } from './subsidies/subsidies.refusals.js'

/** Every "no" that civil affairs can say. */
type Refusal = FileRefusal | AbilityAssessmentRefusal | HardshipRefusal | SubsidyRefusal | CareVoucherRefusal | DeathReportRefusal

/** Stable slugs; each thing's sentences stand beside its rules. */
export const refusals: Sentences<Refusal> = {
  ...fileRefusals,
  ...ineligibleRefusals,
  ...abilityAssessmentRefusals,
  ...hardshipRefusals,
  ...subsidyRefusals,
  ...careVoucherRefusals,
  ...deathReportRefusals,
}
