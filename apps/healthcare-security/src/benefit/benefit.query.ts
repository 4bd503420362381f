import { Inject } from '@nestjs/common'
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs'
import { currentState, type EventStore } from '@concord/event-store'
import { benefit, type Benefit } from '@concord/healthcare-security'
import type { PersonId } from '@concord/identity'
import { EVENT_STORE } from '@concord/service-kit'
import { benefitCodec } from './benefit.codec.js'

export class GetBenefit extends Query<Benefit> {
  constructor(readonly person: PersonId) {
    super()
  }
}

@QueryHandler(GetBenefit)
export class GetBenefitHandler implements IQueryHandler<GetBenefit> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person }: GetBenefit): Promise<Benefit> {
    return currentState({ store: this.store, codec: benefitCodec }, benefit, `benefit-${person}`)
  }
}
