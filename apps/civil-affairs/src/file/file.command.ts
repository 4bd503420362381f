import { Inject } from '@nestjs/common'
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs'
import { file, type FileCommand, type FileRefusal } from '@concord/civil-affairs'
import type { Cause, EventStore, Handled } from '@concord/event-store'
import type { PersonId } from '@concord/identity'
import { change, EVENT_STORE } from '@concord/service-kit'
import { fileCodec } from './file.codec.js'

export class ChangeFile extends Command<Handled<FileRefusal>> {
  constructor(
    readonly person: PersonId,
    readonly asked: FileCommand,
    readonly cause: Cause,
  ) {
    super()
  }
}

@CommandHandler(ChangeFile)
export class ChangeFileHandler implements ICommandHandler<ChangeFile> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person, asked, cause }: ChangeFile): Promise<Handled<FileRefusal>> {
    return change({ store: this.store, codec: fileCodec }, file, { stream: `file-${person}`, cause }, asked)
  }
}
