import {
  abilityAssessment as abilityAssessmentUnder,
  careVoucher as careVoucherUnder,
  policyInForce,
  subsidies as subsidiesUnder,
} from '@concord/civil-affairs'

/** The deciders whose rules are local, under the policy in force here. */
export const abilityAssessment = abilityAssessmentUnder(policyInForce.assessment)
export const subsidies = subsidiesUnder(policyInForce)
export const careVoucher = careVoucherUnder(policyInForce.careVoucher)
