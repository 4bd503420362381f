import { accept, refuse, type Decider } from '@concord/decider'
import type { HealthRecordCommand } from './health-record.commands.js'
import type { HealthRecordEvent, HealthRecordOpening } from './health-record.events.js'

/** 居民健康档案: opened once for a person. */
export type HealthRecord = { readonly status: 'none' } | ({ readonly status: 'open' } & HealthRecordOpening)

export type HealthRecordRefusal = 'health-record-open-already' | 'born-after-health-record-opened'

export const healthRecord: Decider<HealthRecordCommand, HealthRecord, HealthRecordEvent, HealthRecordRefusal> = {
  initial: { status: 'none' },

  decide: ({ on, bornOn, residenceRegion }, record) => {
    if (record.status === 'open') {
      const same = record.on === on && record.bornOn === bornOn && record.residenceRegion === residenceRegion
      return same ? accept() : refuse('health-record-open-already')
    }
    if (bornOn > on) return refuse('born-after-health-record-opened')
    return accept({ type: 'HealthRecordOpened', data: { on, bornOn, residenceRegion } })
  },

  evolve: (_record, { data }) => ({ status: 'open', ...data }),
}
