import { Inject } from '@nestjs/common'
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs'
import type { Cause, EventStore, Handled } from '@concord/event-store'
import { type FallCommand, type FallRefusal, falls } from '@concord/health'
import type { PersonId } from '@concord/identity'
import { change, EVENT_STORE } from '@concord/service-kit'
import { fallsCodec } from './falls.codec.js'

export class ChangeFalls extends Command<Handled<FallRefusal>> {
  constructor(
    readonly person: PersonId,
    readonly asked: FallCommand,
    readonly cause: Cause,
  ) {
    super()
  }
}

@CommandHandler(ChangeFalls)
export class ChangeFallsHandler implements ICommandHandler<ChangeFalls> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person, asked, cause }: ChangeFalls): Promise<Handled<FallRefusal>> {
    return change({ store: this.store, codec: fallsCodec }, falls, { stream: `falls-${person}`, cause }, asked)
  }
}
