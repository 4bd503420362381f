import { z } from 'zod'
import { region } from '@concord/contracts'
import { cancellingReasons, certificate, freezingReasons, type CertificateCommand } from '@concord/disabled-persons-federation'
import { recordKind, type PersonRow, type RecordKind } from '@concord/file-import'
import { pastDate } from '@concord/service-kit'
import { certificateCodec } from '../certificate/certificate.codec.js'
import { about, evaluationCells, evaluationOf } from './cells.js'

const happened = { ...about, on: pastDate }

/** A kind whose rows each ask for one command. */
const kindOf = <Row extends PersonRow>(
  name: string,
  zh: string,
  row: z.ZodType<Row>,
  asked: (row: Row) => CertificateCommand,
): RecordKind =>
  recordKind({ name, zh, row, write: (cells, { change }) => change(certificateCodec, certificate, 'certificate', asked(cells)) })

/** A kind whose rows say nothing but which certificate and when. */
const bareKindOf = (
  name: string,
  zh: string,
  type: 'RenewCertificate' | 'ReissueCertificate' | 'UnfreezeCertificate' | 'ExpireCertificate' | 'DisputeEvaluation',
): RecordKind => kindOf(name, zh, z.object(happened), ({ certificateId, on }) => ({ type, certificateId, on }))

/** What became of issued certificates. A person's rows come in the order in which they happened, after the certificate's own. */
export const cardKinds: readonly RecordKind[] = [
  bareKindOf('certificate-renewals', '残疾人证换领', 'RenewCertificate'),
  bareKindOf('certificate-reissues', '残疾人证遗失补发', 'ReissueCertificate'),
  kindOf('regradings', '重新评定', z.object({ ...happened, ...evaluationCells }), ({ certificateId, on, ...row }) => ({
    type: 'RegradeDisability',
    certificateId,
    on,
    evaluation: evaluationOf(row),
    designated: true,
  })),
  kindOf(
    'certificate-moves',
    '残疾人证迁移',
    z.object({ ...happened, householdRegion: region }),
    ({ certificateId, on, householdRegion }) => ({ type: 'MoveCertificate', certificateId, on, householdRegion }),
  ),
  kindOf(
    'certificate-freezes',
    '残疾人证冻结',
    z.object({ ...happened, reason: z.enum(freezingReasons) }),
    ({ certificateId, on, reason }) => ({ type: 'FreezeCertificate', certificateId, on, reason }),
  ),
  bareKindOf('certificate-unfreezes', '残疾人证解冻', 'UnfreezeCertificate'),
  bareKindOf('certificate-expiries', '残疾人证到期', 'ExpireCertificate'),
  kindOf(
    'certificate-cancellations',
    '残疾人证注销',
    z.object({ ...happened, reason: z.enum(cancellingReasons) }),
    ({ certificateId, on, reason }) => ({ type: 'CancelCertificate', certificateId, on, reason }),
  ),
  bareKindOf('evaluation-disputes', '对评定结果的异议', 'DisputeEvaluation'),
  kindOf('dispute-conclusions', '重新评定结论', z.object({ ...happened, ...evaluationCells }), ({ certificateId, on, ...row }) => ({
    type: 'ConcludeDispute',
    certificateId,
    on,
    evaluation: evaluationOf(row),
  })),
]
