import { setTimeout as rest } from 'node:timers/promises'
import { addDays } from '@concord/standards'
import { today } from '@concord/service-kit'
import type { RegistryTables } from '../tables/registry-tables.js'
import { decidingNow, type Ruling } from './registry-projection.js'
import { sweep } from './sweep.js'

const hour = 60 * 60 * 1_000

/** Sweeps what a standstill left, then each day as it begins in China, until the signal aborts. */
export const keepSwept = async (tables: RegistryTables, ruling: Ruling, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    const day = today(ruling.clock)
    await sweep(tables, day, (on) => ({ ...decidingNow(tables, ruling), on }))
    const midnight = Date.parse(`${addDays(day, 1)}T00:00:00+08:00`)
    // Never longer than an hour: a clock that is set, or a machine that slept, is noticed.
    await rest(Math.max(0, Math.min(midnight - ruling.clock.now().getTime(), hour)), undefined, { signal }).catch(() => {})
  }
}
