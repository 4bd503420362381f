import { Inject } from '@nestjs/common'
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs'
import { currentState, type EventStore } from '@concord/event-store'
import { deathCertificate, type DeathCertificate } from '@concord/health'
import type { PersonId } from '@concord/identity'
import { EVENT_STORE } from '@concord/service-kit'
import { deathCertificateCodec } from './death-certificate.codec.js'

export class GetDeathCertificate extends Query<DeathCertificate> {
  constructor(readonly person: PersonId) {
    super()
  }
}

@QueryHandler(GetDeathCertificate)
export class GetDeathCertificateHandler implements IQueryHandler<GetDeathCertificate> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person }: GetDeathCertificate): Promise<DeathCertificate> {
    return currentState({ store: this.store, codec: deathCertificateCodec }, deathCertificate, `deathCertificate-${person}`)
  }
}
