import { abilityAssessmentRefusals } from './ability-assessment/ability-assessment.refusals.js'
import { careVoucherRefusals } from './care-voucher/care-voucher.refusals.js'
import { deathReportRefusals } from './death-report/death-report.refusals.js'
import { ineligibleRefusals } from './eligibility.refusals.js'
import { fileRefusals } from './file/file.refusals.js'
import { hardshipRefusals } from './hardship/hardship.refusals.js'
import { subsidyRefusals } from './subsidies/subsidies.refusals.js'

/** Every "no" that civil affairs can say; the sentences stand beside the rules. */
export const refusals = {
  ...abilityAssessmentRefusals,
  ...careVoucherRefusals,
  ...deathReportRefusals,
  ...ineligibleRefusals,
  ...fileRefusals,
  ...hardshipRefusals,
  ...subsidyRefusals,
}
