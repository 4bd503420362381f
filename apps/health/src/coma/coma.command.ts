import { Inject } from '@nestjs/common'
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs'
import type { Cause, EventStore, Handled } from '@concord/event-store'
import { coma, type ComaCommand, type ComaRefusal } from '@concord/health'
import type { PersonId } from '@concord/identity'
import { change, EVENT_STORE } from '@concord/service-kit'
import { comaCodec } from './coma.codec.js'

export class ChangeComa extends Command<Handled<ComaRefusal>> {
  constructor(
    readonly person: PersonId,
    readonly asked: ComaCommand,
    readonly cause: Cause,
  ) {
    super()
  }
}

@CommandHandler(ChangeComa)
export class ChangeComaHandler implements ICommandHandler<ChangeComa> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person, asked, cause }: ChangeComa): Promise<Handled<ComaRefusal>> {
    return change({ store: this.store, codec: comaCodec }, coma, { stream: `coma-${person}`, cause }, asked)
  }
}
