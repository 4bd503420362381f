import { z } from 'zod'
import { flag, maybe, recordKind, type RecordKind } from '@concord/file-import'
import { deathCertificate } from '@concord/health'
import { identityDocument } from '@concord/identity'
import { pastDate } from '@concord/service-kit'
import { deathCertificateCodec } from '../death-certificate/death-certificate.codec.js'

const certificates = recordKind({
  name: 'death-certificates',
  zh: '死亡医学证明',
  row: z.object({ document: identityDocument, diedOn: pastDate, certifiedOn: pastDate }),
  write: ({ diedOn, certifiedOn }, { change }) =>
    change(deathCertificateCodec, deathCertificate, 'deathCertificate', { type: 'CertifyDeath', diedOn, certifiedOn }),
})

const corrections = recordKind({
  name: 'death-certificate-corrections',
  zh: '死亡医学证明更正',
  // An empty cell must not bring anyone back to life: who lives is said to live.
  row: z
    .object({ document: identityDocument, on: pastDate, diedOn: maybe(pastDate), lives: maybe(flag) })
    .refine(({ diedOn, lives }) => (diedOn !== undefined) !== (lives === true), {
      path: ['diedOn'],
      message: 'give either the right diedOn or lives = true 请填写正确的死亡日期，或注明本人健在',
    }),
  write: ({ on, diedOn }, { change }) =>
    change(deathCertificateCodec, deathCertificate, 'deathCertificate', { type: 'CorrectDeathCertificate', on, diedOn: diedOn ?? null }),
})

/** Deaths, and what was wrong about them. Corrections come after their certificates. */
export const deathKinds: readonly RecordKind[] = [certificates, corrections]
