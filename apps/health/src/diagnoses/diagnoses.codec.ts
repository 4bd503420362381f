import { asStored, codecOf } from '@concord/event-store'
import type { DiagnosisEvent } from '@concord/health'

export const diagnosesNames = { DementiaDiagnosed: asStored, MentalDisorderDiagnosed: asStored, DiagnosisCorrected: asStored }
export const diagnosesCodec = codecOf<DiagnosisEvent>(diagnosesNames)
