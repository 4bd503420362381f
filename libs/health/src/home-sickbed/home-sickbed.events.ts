import type { InstitutionCode, PlainDate } from '@concord/standards'

/** Stored names: for ever. A changed meaning is a new name. */
export type HomeSickbedEvent =
  | { readonly type: 'HomeSickbedOpened'; readonly data: { readonly on: PlainDate; readonly institution: InstitutionCode } }
  | { readonly type: 'HomeSickbedClosed'; readonly data: { readonly on: PlainDate; readonly reason: ClosingReason } }

/** 撤床原因 */
export const closingReasons = ['recovered', 'admitted-to-hospital', 'deceased', 'moved-away', 'own-wish'] as const
export type ClosingReason = (typeof closingReasons)[number]
