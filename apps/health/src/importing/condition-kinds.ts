import { z } from 'zod'
import { inSequence } from '@concord/decider'
import { flag, maybe, recordIdOf, recordKind, type RecordKind } from '@concord/file-import'
import { coma, diagnoses, falls } from '@concord/health'
import { identityDocument } from '@concord/identity'
import { pastDate } from '@concord/service-kit'
import { comaCodec } from '../coma/coma.codec.js'
import { diagnosesCodec } from '../diagnoses/diagnoses.codec.js'
import { fallsCodec } from '../falls/falls.codec.js'

const diagnosisId = recordIdOf('health/diagnoses')

const recordedDiagnoses = recordKind({
  name: 'diagnoses',
  zh: '诊断标识',
  row: z.object({ document: identityDocument, diagnosisId, code: z.string().trim().max(10), on: pastDate, bySpecialist: flag }),
  write: ({ diagnosisId, code, on, bySpecialist }, { change }) =>
    change(diagnosesCodec, diagnoses, 'diagnoses', { type: 'RecordDiagnosis', diagnosisId, code, on, bySpecialist }),
})

const diagnosisCorrections = recordKind({
  name: 'diagnosis-corrections',
  zh: '诊断更正',
  row: z.object({ document: identityDocument, diagnosisId, on: pastDate }),
  write: ({ diagnosisId, on }, { change }) => change(diagnosesCodec, diagnoses, 'diagnoses', { type: 'CorrectDiagnosis', diagnosisId, on }),
})

const comas = recordKind({
  name: 'comas',
  zh: '昏迷记录',
  row: z.object({ document: identityDocument, on: pastDate, endedOn: maybe(pastDate) }),
  write: ({ on, endedOn }, { change }) =>
    change(comaCodec, inSequence(coma), 'coma', [
      { type: 'BeginComa', on },
      ...(endedOn ? [{ type: 'EndComa', on: endedOn } as const] : []),
    ]),
})

const reportedFalls = recordKind({
  name: 'falls',
  zh: '跌倒记录',
  row: z.object({ document: identityDocument, fallId: recordIdOf('health/falls'), on: pastDate }),
  write: ({ fallId, on }, { change }) => change(fallsCodec, falls, 'falls', { type: 'ReportFall', fallId, on }),
})

/** What changes a grade elsewhere. Corrections come after their diagnoses, a person's comas in their order. */
export const conditionKinds: readonly RecordKind[] = [recordedDiagnoses, diagnosisCorrections, comas, reportedFalls]
