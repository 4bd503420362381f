import { z } from 'zod'
import { region } from '@concord/contracts'
import { flag, maybe, recordIdOf, recordKind, type RecordKind } from '@concord/file-import'
import { healthAssessment, healthRecord } from '@concord/health'
import { identityDocument, withBornOn } from '@concord/identity'
import { pastDate } from '@concord/service-kit'
import { institutionCode } from '@concord/standards'
import { healthAssessmentCodec } from '../health-assessment/health-assessment.codec.js'
import { healthRecordCodec } from '../health-record/health-record.codec.js'

const person = { document: identityDocument, bornOn: maybe(pastDate).describe('Only for documents that do not tell it') }

const healthRecords = recordKind({
  name: 'health-records',
  zh: '居民健康档案',
  row: z.object({ ...person, on: pastDate, residenceRegion: region }).transform(withBornOn),
  write: ({ on, bornOn, residenceRegion }, { change }) =>
    change(healthRecordCodec, healthRecord, 'healthRecord', { type: 'OpenHealthRecord', on, bornOn, residenceRegion }),
})

const assessmentId = recordIdOf('health/health-assessments')

const healthAssessments = recordKind({
  name: 'health-assessments',
  zh: '失能老年人健康评估',
  row: z
    .object({ ...person, assessmentId, on: pastDate, institution: institutionCode, disabled: flag, livesAtHome: flag })
    .transform(withBornOn),
  write: ({ assessmentId, on, institution, bornOn, disabled, livesAtHome }, { change }) =>
    change(healthAssessmentCodec, healthAssessment, 'healthAssessment', {
      type: 'AssessDisabledElder',
      assessmentId,
      on,
      institution,
      bornOn,
      disabled,
      livesAtHome,
    }),
})

const homeVisits = recordKind({
  name: 'home-visits',
  zh: '入户服务记录',
  row: z.object({ document: identityDocument, assessmentId, visitId: recordIdOf('health/home-visits'), on: pastDate }),
  write: ({ assessmentId, visitId, on }, { change }) =>
    change(healthAssessmentCodec, healthAssessment, 'healthAssessment', { type: 'RecordHomeVisit', assessmentId, visitId, on }),
})

/** A person's record, assessments and visits. Visits come after their assessments. */
export const personKinds: readonly RecordKind[] = [healthRecords, healthAssessments, homeVisits]
