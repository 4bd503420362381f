import type { PlainDate } from '@concord/standards'

export type DeathCertificateCommand =
  /** 出具死亡医学证明 */
  | { readonly type: 'CertifyDeath'; readonly diedOn: PlainDate; readonly certifiedOn: PlainDate }
  /** 更正死亡医学证明: to another date, or, with null, because the person lives. */
  | { readonly type: 'CorrectDeathCertificate'; readonly on: PlainDate; readonly diedOn: PlainDate | null }
