export { agreement, decisionField, purpose, type Agreement, type Purpose } from './agreements/agreement.js'
export { conditions, type ConditionName, type Conditions } from './agreements/conditions.js'
export { defaultAgreement } from './agreements/default-agreement.js'
export { acceptedAs, rule, type AcceptedAs, type Rule } from './agreements/rule.js'
export { scales } from './agreements/scales.js'
export { decide, decideOn, type Question } from './decision/decide.js'
export {
  decision,
  findingBasis,
  missing,
  outcome,
  type Decision,
  type FindingBasis,
  type Missing,
  type Outcome,
} from './decision/decision.js'
export { explain, type Sentence } from './decision/explain.js'
export { heldOn, ofKind, type Benefit, type Circumstance, type CircumstanceKind } from './facts/circumstance.js'
export {
  findingStatus,
  standard,
  standingOn,
  type Finding,
  type FindingStatus,
  type Standard,
  type StatusPeriod,
  type Validity,
} from './facts/finding.js'
export { factsOf, personDigest, type PersonFacts } from './facts/person-facts.js'
export { sourceRef, type SourceRef } from './facts/source-ref.js'
export { history, type HistoryEntry } from './history/history.js'
