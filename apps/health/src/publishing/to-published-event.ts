import { healthEvent, type HealthEvent } from '@concord/contracts'
import { codecOf } from '@concord/event-store'
import type {
  ComaEvent,
  DeathCertificateEvent,
  DiagnosisEvent,
  FallEvent,
  HealthAssessmentEvent,
  HealthRecordEvent,
  HomeSickbedEvent,
  HospitalStayEvent,
} from '@concord/health'
import { publishing, type Translate } from '@concord/service-kit'
import { comaNames } from '../coma/coma.codec.js'
import { deathCertificateNames } from '../death-certificate/death-certificate.codec.js'
import { diagnosesNames } from '../diagnoses/diagnoses.codec.js'
import { fallsNames } from '../falls/falls.codec.js'
import { healthAssessmentNames } from '../health-assessment/health-assessment.codec.js'
import { healthRecordNames } from '../health-record/health-record.codec.js'
import { homeSickbedNames } from '../home-sickbed/home-sickbed.codec.js'
import { hospitalStayNames } from '../hospital-stay/hospital-stay.codec.js'

/** All that 卫健 records, whichever stream it stands in. */
export type RecordedHealthEvent =
  | ComaEvent
  | DeathCertificateEvent
  | DiagnosisEvent
  | FallEvent
  | HealthAssessmentEvent
  | HealthRecordEvent
  | HomeSickbedEvent
  | HospitalStayEvent

const codec = codecOf<RecordedHealthEvent>({
  ...comaNames,
  ...deathCertificateNames,
  ...diagnosesNames,
  ...fallsNames,
  ...healthAssessmentNames,
  ...healthRecordNames,
  ...homeSickbedNames,
  ...hospitalStayNames,
})

/** Private and published names agree, and the compiler says when they no longer do; what the contract does not name stays at home. */
const translate: Translate<'health', RecordedHealthEvent> = (event) => healthEvent.parse(event satisfies HealthEvent)

/** What 卫健 tells the others of what it recorded. */
export const toPublishedEvent = publishing('health', codec, translate)
