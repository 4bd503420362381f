import { z } from 'zod'
import { assessmentReasons, changesOfCondition, revocationReasons } from '@concord/civil-affairs'
import { assessorId } from '@concord/contracts'
import { flag, maybe, recordIdOf, recordKind, type RecordKind, wholeNumber, wholeNumbers, words } from '@concord/file-import'
import { identityDocument, withBornOn } from '@concord/identity'
import { pastDate } from '@concord/service-kit'
import { gbt42195Items, institutionCode } from '@concord/standards'
import { abilityAssessmentCodec } from '../ability-assessment/ability-assessment.codec.js'
import { abilityAssessment } from '../local-deciders.js'
import { agedPerson } from './person-columns.js'

export const assessmentId = recordIdOf('civil-affairs/ability-assessments')

const seen = {
  items: wholeNumbers.readonly().pipe(gbt42195Items),
  coma: flag,
  dementiaOrMentalDisorder: flag,
  careRiskEvents30Days: wholeNumber.pipe(z.int().min(0)),
  institution: institutionCode,
  assessors: words.pipe(z.array(assessorId).max(10)),
  onSite: flag,
}

const assessments = recordKind({
  name: 'ability-assessments',
  zh: '老年人能力评估',
  row: z
    .object({
      ...agedPerson,
      assessmentId,
      on: pastDate,
      reason: z.enum(assessmentReasons),
      change: maybe(z.enum(changesOfCondition)).describe('For an immediate assessment'),
      ...seen,
      lateRecord: maybe(flag).describe('补录'),
    })
    .transform(withBornOn),
  write: (row, { change }) => {
    const { document: _document, change: changed, lateRecord = false, ...assessed } = row
    const command = { type: 'ConcludeAssessment', ...assessed, ...(changed && { change: changed }), lateRecord } as const
    return change(abilityAssessmentCodec, abilityAssessment, 'abilityAssessment', command)
  },
})

const reviewRequests = recordKind({
  name: 'ability-review-requests',
  zh: '复评申请',
  row: z.object({ document: identityDocument, assessmentId, on: pastDate }),
  write: ({ assessmentId, on }, { change }) =>
    change(abilityAssessmentCodec, abilityAssessment, 'abilityAssessment', { type: 'RequestReview', assessmentId, on }),
})

const revocations = recordKind({
  name: 'ability-assessment-revocations',
  zh: '评估结论撤销',
  row: z.object({ document: identityDocument, assessmentId, on: pastDate, reason: z.enum(revocationReasons) }),
  write: ({ assessmentId, on, reason }, { change }) =>
    change(abilityAssessmentCodec, abilityAssessment, 'abilityAssessment', { type: 'RevokeAssessment', assessmentId, on, reason }),
})

/** Assessments in the order of their dates, or marked as late; requests and revocations after what they are about. */
export const assessmentKinds: readonly RecordKind[] = [assessments, reviewRequests, revocations]
