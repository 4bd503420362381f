export type { AbilityAssessmentCommand } from './ability-assessment/ability-assessment.commands.js'
export {
  abilityAssessment,
  type AbilityAssessmentRefusal,
  type AbilityAssessments,
} from './ability-assessment/ability-assessment.decider.js'
export {
  assessmentReasons,
  changesOfCondition,
  revocationReasons,
  type AbilityAssessmentEvent,
} from './ability-assessment/ability-assessment.events.js'
export { levelOn } from './ability-assessment/level-on.js'
export type { CareVoucherCommand } from './care-voucher/care-voucher.commands.js'
export { careVoucher, type CareVoucherRefusal, type CareVouchers } from './care-voucher/care-voucher.decider.js'
export type { CareVoucherEvent } from './care-voucher/care-voucher.events.js'
export type { DeathReportCommand } from './death-report/death-report.commands.js'
export { deathReport, type DeathReport, type DeathReportRefusal } from './death-report/death-report.decider.js'
export type { DeathReportEvent } from './death-report/death-report.events.js'
export { recognisedAbilities, type AbilityBasis, type Applicant } from './eligibility.js'
export type { FileCommand } from './file/file.commands.js'
export { file, type File, type FileRefusal } from './file/file.decider.js'
export type { FileEvent } from './file/file.events.js'
export type { HardshipCommand } from './hardship/hardship.commands.js'
export { hardship, hardshipOn, type HardshipPeriods, type HardshipRefusal } from './hardship/hardship.decider.js'
export { hardshipStatuses, type HardshipEvent } from './hardship/hardship.events.js'
export { policyInForce } from './policy/policy.js'
export { refusals } from './refusals.js'
export type { Claim, SubsidyCommand } from './subsidies/subsidies.commands.js'
export { subsidies, type Subsidies, type SubsidyRefusal } from './subsidies/subsidies.decider.js'
export { stopReasons, type SubsidyEvent } from './subsidies/subsidies.events.js'
