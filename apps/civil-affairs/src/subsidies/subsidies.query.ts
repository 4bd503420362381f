import { Inject } from '@nestjs/common'
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs'
import type { Subsidies } from '@concord/civil-affairs'
import { currentState, type EventStore } from '@concord/event-store'
import type { PersonId } from '@concord/identity'
import { EVENT_STORE } from '@concord/service-kit'
import { subsidies } from '../local-deciders.js'
import { subsidiesCodec } from './subsidies.codec.js'

export class GetSubsidies extends Query<Subsidies> {
  constructor(readonly person: PersonId) {
    super()
  }
}

@QueryHandler(GetSubsidies)
export class GetSubsidiesHandler implements IQueryHandler<GetSubsidies> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person }: GetSubsidies): Promise<Subsidies> {
    return currentState({ store: this.store, codec: subsidiesCodec }, subsidies, `subsidies-${person}`)
  }
}
