import { Inject } from '@nestjs/common'
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs'
import { currentState, type EventStore } from '@concord/event-store'
import { ltciGrading, type LtciGrading } from '@concord/healthcare-security'
import type { PersonId } from '@concord/identity'
import { EVENT_STORE } from '@concord/service-kit'
import { ltciGradingCodec } from './ltci-grading.codec.js'

export class GetLtciGrading extends Query<LtciGrading> {
  constructor(readonly person: PersonId) {
    super()
  }
}

@QueryHandler(GetLtciGrading)
export class GetLtciGradingHandler implements IQueryHandler<GetLtciGrading> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person }: GetLtciGrading): Promise<LtciGrading> {
    return currentState({ store: this.store, codec: ltciGradingCodec }, ltciGrading, `ltciGrading-${person}`)
  }
}
