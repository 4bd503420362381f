import { Inject } from '@nestjs/common'
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs'
import { currentState, type EventStore } from '@concord/event-store'
import { hospitalStay, type HospitalStays } from '@concord/health'
import type { PersonId } from '@concord/identity'
import { EVENT_STORE } from '@concord/service-kit'
import { hospitalStayCodec } from './hospital-stay.codec.js'

export class GetHospitalStay extends Query<HospitalStays> {
  constructor(readonly person: PersonId) {
    super()
  }
}

@QueryHandler(GetHospitalStay)
export class GetHospitalStayHandler implements IQueryHandler<GetHospitalStay> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person }: GetHospitalStay): Promise<HospitalStays> {
    return currentState({ store: this.store, codec: hospitalStayCodec }, hospitalStay, `hospitalStay-${person}`)
  }
}
