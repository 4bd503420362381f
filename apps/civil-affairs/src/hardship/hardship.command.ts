import { Inject } from '@nestjs/common'
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs'
import { hardship, type HardshipCommand, type HardshipRefusal } from '@concord/civil-affairs'
import type { Cause, EventStore, Handled } from '@concord/event-store'
import type { PersonId } from '@concord/identity'
import { change, EVENT_STORE } from '@concord/service-kit'
import { hardshipCodec } from './hardship.codec.js'

export class ChangeHardship extends Command<Handled<HardshipRefusal>> {
  constructor(
    readonly person: PersonId,
    readonly asked: HardshipCommand,
    readonly cause: Cause,
  ) {
    super()
  }
}

@CommandHandler(ChangeHardship)
export class ChangeHardshipHandler implements ICommandHandler<ChangeHardship> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person, asked, cause }: ChangeHardship): Promise<Handled<HardshipRefusal>> {
    return change({ store: this.store, codec: hardshipCodec }, hardship, { stream: `hardship-${person}`, cause }, asked)
  }
}
