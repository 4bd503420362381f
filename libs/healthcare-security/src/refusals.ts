import { benefitRefusals } from './benefit/benefit.refusals.js'
import { enrolmentRefusals } from './enrolment/enrolment.refusals.js'
import { ltciGradingRefusals } from './ltci-grading/ltci-grading.refusals.js'
import { outOfStepRefusals } from './step-by-step.refusals.js'

/** Every "no" that healthcare security can say; the sentences stand beside the rules. */
export const refusals = {
  ...benefitRefusals,
  ...enrolmentRefusals,
  ...ltciGradingRefusals,
  ...outOfStepRefusals,
}

export type Refusal = keyof typeof refusals
