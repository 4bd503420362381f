import { Inject } from '@nestjs/common'
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs'
import type { Cause, EventStore, Handled } from '@concord/event-store'
import { deathCertificate, type DeathCertificateCommand, type DeathCertificateRefusal } from '@concord/health'
import type { PersonId } from '@concord/identity'
import { change, EVENT_STORE } from '@concord/service-kit'
import { deathCertificateCodec } from './death-certificate.codec.js'

export class ChangeDeathCertificate extends Command<Handled<DeathCertificateRefusal>> {
  constructor(
    readonly person: PersonId,
    readonly asked: DeathCertificateCommand,
    readonly cause: Cause,
  ) {
    super()
  }
}

@CommandHandler(ChangeDeathCertificate)
export class ChangeDeathCertificateHandler implements ICommandHandler<ChangeDeathCertificate> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person, asked, cause }: ChangeDeathCertificate): Promise<Handled<DeathCertificateRefusal>> {
    return change(
      { store: this.store, codec: deathCertificateCodec },
      deathCertificate,
      { stream: `deathCertificate-${person}`, cause },
      asked,
    )
  }
}
