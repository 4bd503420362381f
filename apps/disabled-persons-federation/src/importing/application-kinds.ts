import { z } from 'zod'
import { region } from '@concord/contracts'
import { inSequence } from '@concord/decider'
import { certificate, refusingReasons, type CertificateCommand } from '@concord/disabled-persons-federation'
import { maybe, recordKind, type RecordKind } from '@concord/file-import'
import { withBornOn } from '@concord/identity'
import { pastDate } from '@concord/service-kit'
import type { PlainDate } from '@concord/standards'
import { certificateCodec } from '../certificate/certificate.codec.js'
import { about, evaluationCells, evaluationOf } from './cells.js'

const applicationCells = {
  ...about,
  appliedOn: pastDate,
  householdRegion: region,
  bornOn: maybe(pastDate).describe('Only for documents that do not tell it'),
}

interface Application {
  readonly certificateId: string
  readonly appliedOn: PlainDate
  readonly bornOn: PlainDate
  readonly householdRegion: string
}

const applied = ({ certificateId, appliedOn, bornOn, householdRegion }: Application): readonly CertificateCommand[] => [
  { type: 'ApplyForCertificate', certificateId, on: appliedOn, bornOn, householdRegion },
  { type: 'AcceptApplication', certificateId, on: appliedOn },
]

const evaluationRow = { ...evaluationCells, publicisedOn: pastDate }

/** What the agency kept of an evaluation was made by a hospital on its own list. */
const evaluated = (row: z.infer<z.ZodObject<typeof evaluationRow>> & { readonly certificateId: string }): readonly CertificateCommand[] => {
  const { certificateId, determinedOn, publicisedOn } = row
  return [
    { type: 'RecordEvaluation', certificateId, on: determinedOn, evaluation: evaluationOf(row), designated: true },
    { type: 'PubliciseEvaluation', certificateId, on: publicisedOn },
  ]
}

const certificates = recordKind({
  name: 'certificates',
  zh: '残疾人证（已核发）',
  row: z.object({ ...applicationCells, ...evaluationRow, issuedOn: pastDate }).transform(withBornOn),
  write: (row, { change }) =>
    change(certificateCodec, inSequence(certificate), 'certificate', [
      ...applied(row),
      ...evaluated(row),
      { type: 'IssueCertificate', certificateId: row.certificateId, on: row.issuedOn },
    ]),
})

const applications = recordKind({
  name: 'certificate-applications',
  zh: '残疾人证申请（已受理）',
  row: z.object(applicationCells).transform(withBornOn),
  write: (row, { change }) => change(certificateCodec, inSequence(certificate), 'certificate', applied(row)),
})

const evaluations = recordKind({
  name: 'disability-evaluations',
  zh: '残疾评定及公示',
  row: z.object({ ...about, ...evaluationRow }),
  write: (row, { change }) => change(certificateCodec, inSequence(certificate), 'certificate', evaluated(row)),
})

const issues = recordKind({
  name: 'certificate-issues',
  zh: '残疾人证核发',
  row: z.object({ ...about, on: pastDate }),
  write: ({ certificateId, on }, { change }) =>
    change(certificateCodec, certificate, 'certificate', { type: 'IssueCertificate', certificateId, on }),
})

const refusals = recordKind({
  name: 'certificate-refusals',
  zh: '不予受理、不予核发或撤回申请',
  row: z.object({ ...about, on: pastDate, reason: z.enum(refusingReasons) }),
  write: ({ certificateId, on, reason }, { change }) =>
    change(certificateCodec, certificate, 'certificate', { type: 'RefuseCertificate', certificateId, on, reason }),
})

/** From the application to the answer: issued certificates in one row each, open applications step by step. */
export const applicationKinds: readonly RecordKind[] = [certificates, applications, evaluations, issues, refusals]
