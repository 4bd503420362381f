import { Inject } from '@nestjs/common'
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs'
import type { Cause, EventStore, Handled } from '@concord/event-store'
import { healthRecord, type HealthRecordCommand, type HealthRecordRefusal } from '@concord/health'
import type { PersonId } from '@concord/identity'
import { change, EVENT_STORE } from '@concord/service-kit'
import { healthRecordCodec } from './health-record.codec.js'

export class ChangeHealthRecord extends Command<Handled<HealthRecordRefusal>> {
  constructor(
    readonly person: PersonId,
    readonly asked: HealthRecordCommand,
    readonly cause: Cause,
  ) {
    super()
  }
}

@CommandHandler(ChangeHealthRecord)
export class ChangeHealthRecordHandler implements ICommandHandler<ChangeHealthRecord> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person, asked, cause }: ChangeHealthRecord): Promise<Handled<HealthRecordRefusal>> {
    return change({ store: this.store, codec: healthRecordCodec }, healthRecord, { stream: `healthRecord-${person}`, cause }, asked)
  }
}
