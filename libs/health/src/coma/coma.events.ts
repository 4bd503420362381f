import type { PlainDate } from '@concord/standards'

/** Stored names: for ever. A changed meaning is a new name. */
export type ComaEvent =
  | { readonly type: 'ComaBegan'; readonly data: { readonly on: PlainDate } }
  | { readonly type: 'ComaEnded'; readonly data: { readonly on: PlainDate } }
