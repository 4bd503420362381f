import { Inject } from '@nestjs/common'
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs'
import { currentState, type EventStore } from '@concord/event-store'
import { coma, type Coma } from '@concord/health'
import type { PersonId } from '@concord/identity'
import { EVENT_STORE } from '@concord/service-kit'
import { comaCodec } from './coma.codec.js'

export class GetComa extends Query<Coma> {
  constructor(readonly person: PersonId) {
    super()
  }
}

@QueryHandler(GetComa)
export class GetComaHandler implements IQueryHandler<GetComa> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person }: GetComa): Promise<Coma> {
    return currentState({ store: this.store, codec: comaCodec }, coma, `coma-${person}`)
  }
}
