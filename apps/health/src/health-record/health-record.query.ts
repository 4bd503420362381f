import { Inject } from '@nestjs/common'
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs'
import { currentState, type EventStore } from '@concord/event-store'
import { healthRecord, type HealthRecord } from '@concord/health'
import type { PersonId } from '@concord/identity'
import { EVENT_STORE } from '@concord/service-kit'
import { healthRecordCodec } from './health-record.codec.js'

export class GetHealthRecord extends Query<HealthRecord> {
  constructor(readonly person: PersonId) {
    super()
  }
}

@QueryHandler(GetHealthRecord)
export class GetHealthRecordHandler implements IQueryHandler<GetHealthRecord> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person }: GetHealthRecord): Promise<HealthRecord> {
    return currentState({ store: this.store, codec: healthRecordCodec }, healthRecord, `healthRecord-${person}`)
  }
}
