import { Inject } from '@nestjs/common'
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs'
import { certificate, type CertificateCommand, type CertificateRefusal } from '@concord/disabled-persons-federation'
import type { Cause, EventStore, Handled } from '@concord/event-store'
import type { PersonId } from '@concord/identity'
import { change, EVENT_STORE } from '@concord/service-kit'
import { certificateCodec } from './certificate.codec.js'

export class ChangeCertificate extends Command<Handled<CertificateRefusal>> {
  constructor(
    readonly person: PersonId,
    readonly asked: CertificateCommand,
    readonly cause: Cause,
  ) {
    super()
  }
}

@CommandHandler(ChangeCertificate)
export class ChangeCertificateHandler implements ICommandHandler<ChangeCertificate> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person, asked, cause }: ChangeCertificate): Promise<Handled<CertificateRefusal>> {
    return change({ store: this.store, codec: certificateCodec }, certificate, { stream: `certificate-${person}`, cause }, asked)
  }
}
