import { z } from 'zod'
import { assessorId, region } from '@concord/contracts'
import { flag, maybe, recordIdOf, wholeNumbers, words } from '@concord/file-import'
import { assessmentKinds, companions, type LtciGradingCommand, revocationReasons } from '@concord/healthcare-security'
import { identityDocument } from '@concord/identity'
import { pastDate } from '@concord/service-kit'
import { institutionCode, type Ltci2021Items, ltci2021Items, plainDate } from '@concord/standards'

export const assessmentId = recordIdOf('healthcare-security/ltci-conclusions')

/** 17 numbers in the standard's order. */
export const items = wholeNumbers
  .transform((points): Ltci2021Items => ({ adl: points.slice(0, 10), cognition: points.slice(10, 14), perception: points.slice(14) }))
  .pipe(ltci2021Items)

/** Pool numbers of experts. */
export const experts = words.pipe(z.array(assessorId).max(5)).transform((ids) => ids.map((id) => ({ id, role: 'expert' as const })))

const assessors = words.pipe(z.array(assessorId).max(5)).transform((ids) => ids.map((id) => ({ id, role: 'assessor' as const })))

/** One assessment from its application to as far as it has come. */
export const conclusionRow = z
  .object({
    document: identityDocument,
    assessmentId,
    kind: z.enum(assessmentKinds),
    appliedOn: pastDate,
    insuredRegion: region,
    acceptedOn: pastDate,
    institution: institutionCode,
    assessors,
    experts,
    assessedOn: pastDate,
    items,
    present: words.pipe(z.array(z.enum(companions))),
    videoDigest: z.string().regex(/^[0-9a-f]{64}$/),
    neighboursAsked: maybe(flag),
    medicalRecordsConsulted: maybe(flag),
    confirmedBy: experts,
    confirmedOn: pastDate,
    publicisedOn: maybe(pastDate),
    concludedOn: maybe(pastDate),
    validUntil: maybe(plainDate),
    expiredOn: maybe(pastDate),
    revokedOn: maybe(pastDate),
    revocationReason: maybe(z.enum(revocationReasons)),
  })
  .refine(({ concludedOn, validUntil }) => (concludedOn === undefined) === (validUntil === undefined), {
    path: ['validUntil'],
    message: 'a delivered conclusion has both concludedOn and validUntil, another one neither 送达日期与有效期须同时填写',
  })
  .refine(({ revokedOn, revocationReason }) => (revokedOn === undefined) === (revocationReason === undefined), {
    path: ['revocationReason'],
    message: 'a revoked conclusion has both revokedOn and revocationReason, another one neither 撤销日期与撤销原因须同时填写',
  })

type Row = z.infer<typeof conclusionRow>

/** The steps that the row tells of, in their order. The waiver: whoever was assessed has passed the gate. */
export const commandsOf = (row: Row): readonly LtciGradingCommand[] => {
  const { assessmentId, kind, insuredRegion, institution, confirmedBy, items, present, videoDigest } = row
  return [
    { type: 'ApplyForAssessment', assessmentId, on: row.appliedOn, kind, selfAssessmentWaived: true },
    { type: 'AcceptApplication', assessmentId, on: row.acceptedOn, insuredRegion },
    { type: 'AssignAssessors', assessmentId, on: row.acceptedOn, institution, assessors: [...row.assessors, ...row.experts] },
    {
      type: 'CompleteOnsiteAssessment',
      assessmentId,
      on: row.assessedOn,
      items,
      present,
      videoDigest,
      neighboursAsked: row.neighboursAsked ?? false,
      medicalRecordsConsulted: row.medicalRecordsConsulted ?? false,
    },
    { type: 'ConfirmConclusion', assessmentId, on: row.confirmedOn, confirmedBy },
    ...afterConfirmation(row),
  ]
}

function* afterConfirmation(row: Row): Generator<LtciGradingCommand> {
  const { assessmentId, publicisedOn, concludedOn, validUntil, expiredOn, revokedOn, revocationReason } = row
  if (publicisedOn) yield { type: 'PubliciseConclusion', assessmentId, on: publicisedOn }
  if (concludedOn && validUntil) yield { type: 'ConcludeGrade', assessmentId, on: concludedOn, validUntil }
  if (expiredOn) yield { type: 'ExpireConclusion', assessmentId, on: expiredOn }
  if (revokedOn && revocationReason) yield { type: 'RevokeConclusion', assessmentId, on: revokedOn, reason: revocationReason }
}
