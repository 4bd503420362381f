import { Inject } from '@nestjs/common'
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs'
import { type Cause, currentState, type EventStore, type Handled } from '@concord/event-store'
import { healthAssessment, type HealthAssessmentCommand, type HealthAssessmentRefusal, healthRecord } from '@concord/health'
import type { PersonId } from '@concord/identity'
import { change, EVENT_STORE } from '@concord/service-kit'
import type { PlainDate } from '@concord/standards'
import { healthRecordCodec } from '../health-record/health-record.codec.js'
import { healthAssessmentCodec } from './health-assessment.codec.js'

type Assessing = Extract<HealthAssessmentCommand, { type: 'AssessDisabledElder' }>
type Visiting = Extract<HealthAssessmentCommand, { type: 'RecordHomeVisit' }>

export class ChangeHealthAssessment extends Command<Handled<HealthAssessmentRefusal>> {
  constructor(
    readonly person: PersonId,
    /** The date of birth is not asked for again: the person's health record has it. */
    readonly asked: Omit<Assessing, 'bornOn'> | Visiting,
    readonly cause: Cause,
  ) {
    super()
  }
}

@CommandHandler(ChangeHealthAssessment)
export class ChangeHealthAssessmentHandler implements ICommandHandler<ChangeHealthAssessment> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  async execute({ person, asked, cause }: ChangeHealthAssessment): Promise<Handled<HealthAssessmentRefusal>> {
    const command = asked.type === 'AssessDisabledElder' ? { ...asked, bornOn: await this.bornOn(person) } : asked
    const memory = { store: this.store, codec: healthAssessmentCodec }
    return change(memory, healthAssessment, { stream: `healthAssessment-${person}`, cause }, command)
  }

  private async bornOn(person: PersonId): Promise<PlainDate | null> {
    const record = await currentState({ store: this.store, codec: healthRecordCodec }, healthRecord, `healthRecord-${person}`)
    return record.status === 'open' ? record.bornOn : null
  }
}
