import { Body, Get, Inject, Param, Post } from '@nestjs/common'
import { CommandBus, QueryBus } from '@nestjs/cqrs'
import { z } from 'zod'
import { region } from '@concord/contracts'
import type { CertificateRefusal } from '@concord/disabled-persons-federation'
import type { Cause, Handled } from '@concord/event-store'
import { identityDocument, PERSON_IDS, personId, type PersonId, type PersonIds, withBornOn } from '@concord/identity'
import { Accepts, Asked, ContextController, ownRecord, pastDate, Tells } from '@concord/service-kit'
import { disabledPersonsFederation } from '../disabled-persons-federation.context.js'
import { about } from './certificate.bodies.js'
import { ChangeCertificate } from './certificate.command.js'
import { type CurrentCertificate, GetCertificate } from './certificate.query.js'

const application = about
  .extend({
    document: identityDocument,
    householdRegion: region,
    bornOn: pastDate.optional().describe('Only for documents that do not tell it'),
  })
  .transform(withBornOn)

/** 残疾人证 of a person: applied for with the identity document, found under the person's id. */
@ContextController(disabledPersonsFederation, 'persons')
export class CertificateController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(PERSON_IDS) private readonly personIds: PersonIds,
  ) {}

  /** 申领: the agency's first contact with a person, and the only one that names the identity document. */
  @Post()
  @Accepts('申领残疾人证', { person: personId })
  async apply(
    @Body({ schema: application }) { document, ...body }: z.infer<typeof application>,
    @Asked() cause: Cause,
  ): Promise<Handled<CertificateRefusal> & { readonly person: PersonId }> {
    const person = this.personIds.of(document)
    const handled = await this.commands.execute(new ChangeCertificate(person, { type: 'ApplyForCertificate', ...body }, cause))
    return { ...handled, person }
  }

  /** 查询残疾人证 */
  @Get(':person/certificate')
  @Tells('查询残疾人证', ownRecord)
  get(@Param('person', { schema: personId }) person: PersonId): Promise<CurrentCertificate> {
    return this.queries.execute(new GetCertificate(person))
  }
}
