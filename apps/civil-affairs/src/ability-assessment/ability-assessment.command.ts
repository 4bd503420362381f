import { Inject } from '@nestjs/common'
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs'
import type { AbilityAssessmentCommand, AbilityAssessmentRefusal } from '@concord/civil-affairs'
import type { Cause, EventStore, Handled } from '@concord/event-store'
import type { PersonId } from '@concord/identity'
import { change, EVENT_STORE } from '@concord/service-kit'
import { bornOnFile } from '../applicant/applicant.js'
import { abilityAssessment } from '../local-deciders.js'
import { abilityAssessmentCodec } from './ability-assessment.codec.js'

type Concluding = Extract<AbilityAssessmentCommand, { type: 'ConcludeAssessment' }>

export class ChangeAbilityAssessment extends Command<Handled<AbilityAssessmentRefusal>> {
  constructor(
    readonly person: PersonId,
    readonly asked: Omit<Concluding, 'bornOn'> | Exclude<AbilityAssessmentCommand, Concluding>,
    readonly cause: Cause,
  ) {
    super()
  }
}

@CommandHandler(ChangeAbilityAssessment)
export class ChangeAbilityAssessmentHandler implements ICommandHandler<ChangeAbilityAssessment> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  async execute({ person, asked, cause }: ChangeAbilityAssessment): Promise<Handled<AbilityAssessmentRefusal>> {
    const command = asked.type === 'ConcludeAssessment' ? { ...asked, bornOn: await bornOnFile(this.store, person) } : asked
    const memory = { store: this.store, codec: abilityAssessmentCodec }
    return change(memory, abilityAssessment, { stream: `abilityAssessment-${person}`, cause }, command)
  }
}
