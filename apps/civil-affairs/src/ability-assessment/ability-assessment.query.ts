import { Inject } from '@nestjs/common'
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs'
import type { AbilityAssessments } from '@concord/civil-affairs'
import { currentState, type EventStore } from '@concord/event-store'
import type { PersonId } from '@concord/identity'
import { EVENT_STORE } from '@concord/service-kit'
import { abilityAssessment } from '../local-deciders.js'
import { abilityAssessmentCodec } from './ability-assessment.codec.js'

export class GetAbilityAssessments extends Query<AbilityAssessments> {
  constructor(readonly person: PersonId) {
    super()
  }
}

@QueryHandler(GetAbilityAssessments)
export class GetAbilityAssessmentsHandler implements IQueryHandler<GetAbilityAssessments> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person }: GetAbilityAssessments): Promise<AbilityAssessments> {
    return currentState({ store: this.store, codec: abilityAssessmentCodec }, abilityAssessment, `abilityAssessment-${person}`)
  }
}
