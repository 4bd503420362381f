import { type Database, oldestOpenTransaction } from '@concord/postgres'
import type { Telemetry } from './telemetry.js'

/** Shows for how long the oldest open transaction that has written holds all subscribers back: nobody sees what was written after it. */
export const watchDatabase = ({ metrics, reads }: Telemetry, { pool }: Database): void =>
  reads({
    name: 'open transactions',
    look: async () => {
      const oldest = await oldestOpenTransaction(pool)
      return [{ gauge: metrics.oldestTransaction, labels: {}, value: oldest?.ageSeconds ?? 0 }]
    },
  })
