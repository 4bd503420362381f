import { Inject } from '@nestjs/common'
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs'
import { currentState, type EventStore } from '@concord/event-store'
import { diagnoses, type RecordedDiagnosis } from '@concord/health'
import type { PersonId } from '@concord/identity'
import { EVENT_STORE } from '@concord/service-kit'
import { diagnosesCodec } from './diagnoses.codec.js'

export class GetDiagnoses extends Query<readonly RecordedDiagnosis[]> {
  constructor(readonly person: PersonId) {
    super()
  }
}

@QueryHandler(GetDiagnoses)
export class GetDiagnosesHandler implements IQueryHandler<GetDiagnoses> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person }: GetDiagnoses): Promise<readonly RecordedDiagnosis[]> {
    return currentState({ store: this.store, codec: diagnosesCodec }, diagnoses, `diagnoses-${person}`)
  }
}
