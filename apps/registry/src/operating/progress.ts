import { oldestOpenTransaction, type OpenTransaction } from '@concord/postgres'
import { parkedPersons, type PlaceProgress, type Projection, progressOf } from '@concord/projections'
import type { Place } from '@concord/published-log'
import { rebuiltVersion } from '../rebuilding/versions.js'
import type { OperatedRegistry, Operating } from './operating.js'

/** How far a place of the log is applied. Positions and offsets as text: they are 64 bits. */
export interface PlaceReport extends Place {
  readonly position: string
  readonly offset: string
  readonly head: string
  readonly eventsBehind: number
  /** Since the last event applied was recorded, while there is one ahead; null when none was ever applied. */
  readonly secondsBehind: number | null
}

export interface ProjectionReport {
  readonly projection: string
  readonly version: 'live' | 'rebuild'
  readonly parkedPersons: number
  readonly places: readonly PlaceReport[]
}

/** 进度: what operators watch. */
export interface ProgressReport {
  readonly at: string
  readonly projections: readonly ProjectionReport[]
  /** Holds back whoever follows the event stores and the log. */
  readonly oldestOpenTransaction: (Omit<OpenTransaction, 'heldBack'> & { readonly heldBack: string }) | null
}

export const progressReport = async ({ registry, clock }: Operating): Promise<ProgressReport> => {
  const now = clock.now()
  const oldest = await oldestOpenTransaction(registry.database.pool)
  return {
    at: now.toISOString(),
    projections: await Promise.all([
      reportOf(registry.projection, 'live', now),
      ...(await rebuildsOf(registry)).map((projection) => reportOf(projection, 'rebuild', now)),
    ]),
    oldestOpenTransaction: oldest ? { ...oldest, heldBack: oldest.heldBack.toString() } : null,
  }
}

/** A version that is being filled beside the live one. */
const rebuildsOf = async ({ database, projection }: OperatedRegistry): Promise<readonly Projection[]> => {
  const { rowCount } = await database.pool.query(`SELECT FROM pg_tables WHERE schemaname = $1 AND tablename = 'projection_checkpoint'`, [
    rebuiltVersion,
  ])
  return rowCount === 1 ? [{ ...projection, schema: rebuiltVersion }] : []
}

const reportOf = async (projection: Projection, version: ProjectionReport['version'], now: Date): Promise<ProjectionReport> => ({
  projection: projection.name,
  version,
  parkedPersons: (await parkedPersons(projection)).length,
  places: (await progressOf(projection)).map((place) => placeReport(place, now)),
})

const placeReport = ({ topic, partition, position, offset, head, lag, recordedAt }: PlaceProgress, now: Date): PlaceReport => ({
  topic,
  partition,
  position: position.toString(),
  offset: offset.toString(),
  head: head.toString(),
  eventsBehind: lag,
  secondsBehind: lag === 0 ? 0 : secondsSince(recordedAt, now),
})

const secondsSince = (then: Date | undefined, now: Date): number | null =>
  then === undefined ? null : Math.max(0, Math.round((now.getTime() - then.getTime()) / 1_000))
