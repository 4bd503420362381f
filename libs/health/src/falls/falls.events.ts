import type { PlainDate } from '@concord/standards'

/** Stored names: for ever. A changed meaning is a new name. */
export interface FallEvent {
  readonly type: 'FallReported'
  readonly data: Fall
}

export interface Fall {
  readonly fallId: string
  readonly on: PlainDate
}
