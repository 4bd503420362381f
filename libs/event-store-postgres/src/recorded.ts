import type { Cause, Json, RecordedEvent, StreamName } from '@concord/event-store'

/** In the order of `Row`. */
export const recordedColumns = 'position, stream, revision, id, type, data, cause, recorded_at'

export type Row = [
  position: string,
  stream: StreamName,
  revision: string,
  id: string,
  type: string,
  data: Json,
  cause: Cause,
  recordedAt: Date,
]

export const toRecorded = ([position, stream, revision, id, type, data, cause, recordedAt]: Row): RecordedEvent => ({
  position: BigInt(position),
  stream,
  revision: BigInt(revision),
  id,
  type,
  data,
  cause,
  recordedAt: recordedAt.toISOString(),
})
