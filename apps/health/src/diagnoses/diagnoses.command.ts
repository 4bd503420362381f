import { Inject } from '@nestjs/common'
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs'
import type { Cause, EventStore, Handled } from '@concord/event-store'
import { diagnoses, type DiagnosisCommand, type DiagnosisRefusal } from '@concord/health'
import type { PersonId } from '@concord/identity'
import { change, EVENT_STORE } from '@concord/service-kit'
import { diagnosesCodec } from './diagnoses.codec.js'

export class ChangeDiagnoses extends Command<Handled<DiagnosisRefusal>> {
  constructor(
    readonly person: PersonId,
    readonly asked: DiagnosisCommand,
    readonly cause: Cause,
  ) {
    super()
  }
}

@CommandHandler(ChangeDiagnoses)
export class ChangeDiagnosesHandler implements ICommandHandler<ChangeDiagnoses> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person, asked, cause }: ChangeDiagnoses): Promise<Handled<DiagnosisRefusal>> {
    return change({ store: this.store, codec: diagnosesCodec }, diagnoses, { stream: `diagnoses-${person}`, cause }, asked)
  }
}
