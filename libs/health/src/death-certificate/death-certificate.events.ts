import type { PlainDate } from '@concord/standards'

/** Stored names: for ever. A changed meaning is a new name. */
export type DeathCertificateEvent =
  | { readonly type: 'DeathCertified'; readonly data: { readonly diedOn: PlainDate; readonly certifiedOn: PlainDate } }
  /** `diedOn` is the right date; null when the person lives. */
  | { readonly type: 'DeathCertificateCorrected'; readonly data: { readonly on: PlainDate; readonly diedOn: PlainDate | null } }
