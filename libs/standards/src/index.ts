export { addDays, addMonths, addYears, ageOn, dateInChina, daysBetween, plainDate, type PlainDate } from './calendar/plain-date.js'
export { addWorkingDays, hasHolidayCalendar, isWorkingDay, workingDaysBetween } from './calendar/working-days.js'
export { disabilityCategories, disabilityGrades, gradeOfMultiple } from './gbt-26341-2010/gbt-26341-2010.js'
export {
  gbt42195Assessment,
  type Gbt42195Assessment,
  gbt42195Items,
  type Gbt42195Items,
  type Gbt42195Result,
  scoreGbt42195,
} from './gbt-42195-2022/gbt-42195-2022.js'
export type { Gbt42195Adjustment, Gbt42195Level } from './gbt-42195-2022/gbt-42195-2022.table.js'
export {
  type Certificate,
  certificateNumber,
  type CertificateNumber,
  parseCertificateNumber,
  type ParsedCertificateNumber,
} from './identity/certificate-number.js'
export {
  type IdentityDocument,
  type IdentityDocumentKind,
  parseIdentityDocument,
  type ParsedIdentityDocument,
} from './identity/identity-document.js'
export {
  institutionCode,
  type InstitutionCode,
  institutionCodeFrom,
  isInstitutionCode,
  parseInstitutionCode,
  type ParsedInstitutionCode,
} from './identity/institution-code.js'
export { residentNumber } from './identity/resident-number.js'
export { ltci2021Items, type Ltci2021Items, type Ltci2021Result, scoreLtci2021 } from './ltci-2021/ltci-2021.js'
export type { Band, Ltci2021Grade, SelfAssessmentCategory } from './ltci-2021/ltci-2021.table.js'
export {
  selfAssessmentAnswers,
  type SelfAssessmentAnswers,
  type SelfAssessmentGate,
  selfAssessmentGate,
} from './ltci-2021/self-assessment.js'
export { type ScorableStandard, scorableStandards, scoreCases, type ScoredCases, type UnreadableCase } from './score/score-cases.js'
export type { ExplainedItem, ExplainedStep, Explanation } from './scoring/explanation.js'
export type { CodeName } from './scoring/code-name.js'
export { gradeName, type GradingStandard } from './scoring/grade-name.js'
export type { Source } from './source/source.js'
export { sources } from './source/sources.js'
