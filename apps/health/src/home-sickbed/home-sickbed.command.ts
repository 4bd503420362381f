import { Inject } from '@nestjs/common'
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs'
import type { Cause, EventStore, Handled } from '@concord/event-store'
import { homeSickbed, type HomeSickbedCommand, type HomeSickbedRefusal } from '@concord/health'
import type { PersonId } from '@concord/identity'
import { change, EVENT_STORE } from '@concord/service-kit'
import { homeSickbedCodec } from './home-sickbed.codec.js'

export class ChangeHomeSickbed extends Command<Handled<HomeSickbedRefusal>> {
  constructor(
    readonly person: PersonId,
    readonly asked: HomeSickbedCommand,
    readonly cause: Cause,
  ) {
    super()
  }
}

@CommandHandler(ChangeHomeSickbed)
export class ChangeHomeSickbedHandler implements ICommandHandler<ChangeHomeSickbed> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person, asked, cause }: ChangeHomeSickbed): Promise<Handled<HomeSickbedRefusal>> {
    return change({ store: this.store, codec: homeSickbedCodec }, homeSickbed, { stream: `homeSickbed-${person}`, cause }, asked)
  }
}
