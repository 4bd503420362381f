import { comaRefusals } from './coma/coma.refusals.js'
import { deathCertificateRefusals } from './death-certificate/death-certificate.refusals.js'
import { diagnosisRefusals } from './diagnoses/diagnoses.refusals.js'
import { fallRefusals } from './falls/falls.refusals.js'
import { healthAssessmentRefusals } from './health-assessment/health-assessment.refusals.js'
import { healthRecordRefusals } from './health-record/health-record.refusals.js'
import { homeSickbedRefusals } from './home-sickbed/home-sickbed.refusals.js'
import { hospitalStayRefusals } from './hospital-stay/hospital-stay.refusals.js'

/** Every "no" that health can say; the sentences stand beside the rules. */
export const refusals = {
  ...comaRefusals,
  ...deathCertificateRefusals,
  ...diagnosisRefusals,
  ...fallRefusals,
  ...healthAssessmentRefusals,
  ...healthRecordRefusals,
  ...homeSickbedRefusals,
  ...hospitalStayRefusals,
}
