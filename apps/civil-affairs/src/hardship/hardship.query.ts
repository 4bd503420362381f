import { Inject } from '@nestjs/common'
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs'
import { hardship, type HardshipPeriods } from '@concord/civil-affairs'
import { currentState, type EventStore } from '@concord/event-store'
import type { PersonId } from '@concord/identity'
import { EVENT_STORE } from '@concord/service-kit'
import { hardshipCodec } from './hardship.codec.js'

export class GetHardship extends Query<HardshipPeriods> {
  constructor(readonly person: PersonId) {
    super()
  }
}

@QueryHandler(GetHardship)
export class GetHardshipHandler implements IQueryHandler<GetHardship> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person }: GetHardship): Promise<HardshipPeriods> {
    return currentState({ store: this.store, codec: hardshipCodec }, hardship, `hardship-${person}`)
  }
}
