import { Inject } from '@nestjs/common'
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs'
import { currentState, type EventStore } from '@concord/event-store'
import { falls, type Fall } from '@concord/health'
import type { PersonId } from '@concord/identity'
import { EVENT_STORE } from '@concord/service-kit'
import { fallsCodec } from './falls.codec.js'

export class GetFalls extends Query<readonly Fall[]> {
  constructor(readonly person: PersonId) {
    super()
  }
}

@QueryHandler(GetFalls)
export class GetFallsHandler implements IQueryHandler<GetFalls> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person }: GetFalls): Promise<readonly Fall[]> {
    return currentState({ store: this.store, codec: fallsCodec }, falls, `falls-${person}`)
  }
}
