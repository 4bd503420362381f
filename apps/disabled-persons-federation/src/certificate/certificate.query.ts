import { Inject } from '@nestjs/common'
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs'
import { certificate, type Certificate } from '@concord/disabled-persons-federation'
import { currentState, type EventStore } from '@concord/event-store'
import type { PersonId } from '@concord/identity'
import { EVENT_STORE } from '@concord/service-kit'
import { certificateCodec } from './certificate.codec.js'

/** Where a person's current application or certificate stands, and under which id it is known. */
export type CurrentCertificate = Certificate & { readonly certificateId: string | null; readonly householdRegion: string | null }

export class GetCertificate extends Query<CurrentCertificate> {
  constructor(readonly person: PersonId) {
    super()
  }
}

@QueryHandler(GetCertificate)
export class GetCertificateHandler implements IQueryHandler<GetCertificate> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  async execute({ person }: GetCertificate): Promise<CurrentCertificate> {
    const file = await currentState({ store: this.store, codec: certificateCodec }, certificate, `certificate-${person}`)
    return { certificateId: file.certificateIds.at(-1) ?? null, householdRegion: file.householdRegion ?? null, ...file.certificate }
  }
}
