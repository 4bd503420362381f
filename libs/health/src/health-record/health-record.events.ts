import type { PlainDate } from '@concord/standards'

/** Stored names: for ever. A changed meaning is a new name. */
export interface HealthRecordEvent {
  readonly type: 'HealthRecordOpened'
  readonly data: HealthRecordOpening
}

/** 建档: what a health record begins with. */
export interface HealthRecordOpening {
  readonly on: PlainDate
  readonly bornOn: PlainDate
  /** 居住地: GB/T 2260, six digits. Where the person lives, not where the household is registered. */
  readonly residenceRegion: string
}
