import { z } from 'zod'
import { region } from '@concord/contracts'
import { flag, maybe, recordIdOf, recordKind, type RecordKind } from '@concord/file-import'
import { healthAssessment, healthRecord } from '@concord/health'
import { identityDocument } from '@concord/identity'
import { pastDate } from '@concord/service-kit'
import { institutionCode, type IdentityDocument, type PlainDate } from '@concord/standards'
import { healthAssessmentCodec } from '../health-assessment/health-assessment.codec.js'
import { healthRecordCodec } from '../health-record/health-record.codec.js'

const person = { document: identityDocument, bornOn: maybe(pastDate).describe('Only for documents that do not tell it') }

/** The document's own date of birth counts before the column. */
const withBornOn = <Row extends { readonly document: IdentityDocument; readonly bornOn?: PlainDate | undefined }>(
  row: Row,
  context: z.RefinementCtx,
): Row & { readonly bornOn: PlainDate } => {
  const bornOn = row.document.bornOn ?? row.bornOn
  if (bornOn) return { ...row, bornOn }
  context.addIssue({ code: 'custom', path: ['bornOn'], message: 'the document does not tell the date of birth 证件号码不含出生日期' })
  return z.NEVER
}

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
