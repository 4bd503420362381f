import { Inject } from '@nestjs/common'
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs'
import { currentState, type EventStore } from '@concord/event-store'
import { enrolment, type Enrolment } from '@concord/healthcare-security'
import type { PersonId } from '@concord/identity'
import { EVENT_STORE } from '@concord/service-kit'
import { enrolmentCodec } from './enrolment.codec.js'

export class GetEnrolment extends Query<Enrolment> {
  constructor(readonly person: PersonId) {
    super()
  }
}

@QueryHandler(GetEnrolment)
export class GetEnrolmentHandler implements IQueryHandler<GetEnrolment> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person }: GetEnrolment): Promise<Enrolment> {
    return currentState({ store: this.store, codec: enrolmentCodec }, enrolment, `enrolment-${person}`)
  }
}
