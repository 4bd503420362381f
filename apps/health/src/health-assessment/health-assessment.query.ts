import { Inject } from '@nestjs/common'
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs'
import { currentState, type EventStore } from '@concord/event-store'
import { healthAssessment, type HealthAssessment, visitsStillDue } from '@concord/health'
import type { PersonId } from '@concord/identity'
import { EVENT_STORE } from '@concord/service-kit'
import { healthAssessmentCodec } from './health-assessment.codec.js'

export interface HealthAssessmentView extends HealthAssessment {
  readonly visitsStillDue: number
}

export class GetHealthAssessments extends Query<readonly HealthAssessmentView[]> {
  constructor(readonly person: PersonId) {
    super()
  }
}

@QueryHandler(GetHealthAssessments)
export class GetHealthAssessmentsHandler implements IQueryHandler<GetHealthAssessments> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  async execute({ person }: GetHealthAssessments): Promise<readonly HealthAssessmentView[]> {
    const memory = { store: this.store, codec: healthAssessmentCodec }
    const made = await currentState(memory, healthAssessment, `healthAssessment-${person}`)
    return made.map((assessment) => ({ ...assessment, visitsStillDue: visitsStillDue(assessment) }))
  }
}
