import { z } from 'zod'
import { inSequence } from '@concord/decider'
import { recordKind, type RecordKind } from '@concord/file-import'
import { ltciGrading, revocationReasons } from '@concord/healthcare-security'
import { identityDocument } from '@concord/identity'
import { pastDate } from '@concord/service-kit'
import { institutionCode, plainDate } from '@concord/standards'
import { ltciGradingCodec } from '../ltci-grading/ltci-grading.codec.js'
import { assessmentId, commandsOf, conclusionRow, experts, items } from './conclusion-row.js'

const about = { document: identityDocument, assessmentId, on: pastDate }

const conclusions = recordKind({
  name: 'ltci-conclusions',
  zh: '失能等级评估记录',
  row: conclusionRow,
  write: (row, { change }) => change(ltciGradingCodec, inSequence(ltciGrading), 'ltciGrading', commandsOf(row)),
})

const deliveries = recordKind({
  name: 'ltci-deliveries',
  zh: '结论送达记录',
  row: z.object({ ...about, validUntil: plainDate }),
  write: ({ assessmentId, on, validUntil }, { change }) =>
    change(ltciGradingCodec, ltciGrading, 'ltciGrading', { type: 'ConcludeGrade', assessmentId, on, validUntil }),
})

const reEvaluations = recordKind({
  name: 'ltci-re-evaluations',
  zh: '复评结论',
  row: z.object({ ...about, requestedOn: pastDate, institution: institutionCode, confirmedBy: experts, items, validUntil: plainDate }),
  write: ({ assessmentId, requestedOn, on, institution, confirmedBy, items, validUntil }, { change }) =>
    change(ltciGradingCodec, inSequence(ltciGrading), 'ltciGrading', [
      { type: 'RequestReEvaluation', assessmentId, on: requestedOn },
      { type: 'ConcludeReEvaluation', assessmentId, on, institution, confirmedBy, items, validUntil },
    ]),
})

const expiries = recordKind({
  name: 'ltci-expiries',
  zh: '结论到期记录',
  row: z.object(about),
  write: ({ assessmentId, on }, { change }) =>
    change(ltciGradingCodec, ltciGrading, 'ltciGrading', { type: 'ExpireConclusion', assessmentId, on }),
})

const revocations = recordKind({
  name: 'ltci-revocations',
  zh: '结论撤销记录',
  row: z.object({ ...about, reason: z.enum(revocationReasons) }),
  write: ({ assessmentId, on, reason }, { change }) =>
    change(ltciGradingCodec, ltciGrading, 'ltciGrading', { type: 'RevokeConclusion', assessmentId, on, reason }),
})

/** A person's assessments in their order, each with all that became of it until the file was made; then what happened since. */
export const conclusionKinds: readonly RecordKind[] = [conclusions, deliveries, reEvaluations, expiries, revocations]
