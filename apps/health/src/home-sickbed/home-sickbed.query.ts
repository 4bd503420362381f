import { Inject } from '@nestjs/common'
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs'
import { currentState, type EventStore } from '@concord/event-store'
import { homeSickbed, type HomeSickbed } from '@concord/health'
import type { PersonId } from '@concord/identity'
import { EVENT_STORE } from '@concord/service-kit'
import { homeSickbedCodec } from './home-sickbed.codec.js'

export class GetHomeSickbed extends Query<HomeSickbed> {
  constructor(readonly person: PersonId) {
    super()
  }
}

@QueryHandler(GetHomeSickbed)
export class GetHomeSickbedHandler implements IQueryHandler<GetHomeSickbed> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person }: GetHomeSickbed): Promise<HomeSickbed> {
    return currentState({ store: this.store, codec: homeSickbedCodec }, homeSickbed, `homeSickbed-${person}`)
  }
}
