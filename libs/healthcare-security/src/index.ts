export type { BenefitCommand, Entitlement } from './benefit/benefit.commands.js'
export { benefit, type Benefit } from './benefit/benefit.decider.js'
export { careForms, endingReasons, pausingReasons, type BenefitEvent } from './benefit/benefit.events.js'
export type { EnrolmentCommand } from './enrolment/enrolment.commands.js'
export { enrolment, type Enrolment } from './enrolment/enrolment.decider.js'
export { insurances, type EnrolmentEvent } from './enrolment/enrolment.events.js'
export { conclusionInForce } from './ltci-grading/conclusion-in-force.js'
export type { LtciGradingCommand } from './ltci-grading/ltci-grading.commands.js'
export { ltciGrading } from './ltci-grading/ltci-grading.decider.js'
export {
  assessmentKinds,
  companions,
  poolRoles,
  recusalGrounds,
  refusalGrounds,
  revocationReasons,
  withdrawalReasons,
  type Conclusion,
  type LtciGradingEvent,
} from './ltci-grading/ltci-grading.events.js'
export type { LtciGrading } from './ltci-grading/ltci-grading.state.js'
export { refusals, type Refusal } from './refusals.js'
