import { Inject } from '@nestjs/common'
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs'
import type { Cause, EventStore, Handled } from '@concord/event-store'
import { enrolment, type EnrolmentCommand, type Refusal } from '@concord/healthcare-security'
import type { PersonId } from '@concord/identity'
import { change, EVENT_STORE } from '@concord/service-kit'
import { enrolmentCodec } from './enrolment.codec.js'

export class ChangeEnrolment extends Command<Handled<Refusal>> {
  constructor(
    readonly person: PersonId,
    readonly asked: EnrolmentCommand,
    readonly cause: Cause,
  ) {
    super()
  }
}

@CommandHandler(ChangeEnrolment)
export class ChangeEnrolmentHandler implements ICommandHandler<ChangeEnrolment> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person, asked, cause }: ChangeEnrolment): Promise<Handled<Refusal>> {
    return change({ store: this.store, codec: enrolmentCodec }, enrolment, { stream: `enrolment-${person}`, cause }, asked)
  }
}
