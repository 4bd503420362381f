import { Inject } from '@nestjs/common'
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs'
import { file, type File } from '@concord/civil-affairs'
import { currentState, type EventStore } from '@concord/event-store'
import type { PersonId } from '@concord/identity'
import { EVENT_STORE } from '@concord/service-kit'
import { fileCodec } from './file.codec.js'

export class GetFile extends Query<File> {
  constructor(readonly person: PersonId) {
    super()
  }
}

@QueryHandler(GetFile)
export class GetFileHandler implements IQueryHandler<GetFile> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person }: GetFile): Promise<File> {
    return currentState({ store: this.store, codec: fileCodec }, file, `file-${person}`)
  }
}
