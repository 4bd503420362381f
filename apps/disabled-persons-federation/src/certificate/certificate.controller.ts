import { Body, Get, Inject, Param, Post } from '@nestjs/common'
import { CommandBus, QueryBus } from '@nestjs/cqrs'
import { ApiOperation } from '@nestjs/swagger'
import { z } from 'zod'
import { region } from '@concord/contracts'
import type { CertificateRefusal } from '@concord/disabled-persons-federation'
import type { Cause, Handled } from '@concord/event-store'
import { identityDocument, PERSON_IDS, personId, type PersonId, type PersonIds } from '@concord/identity'
import { Accepts, Asked, ContextController, pastDate, Problem, Problems } from '@concord/service-kit'
import { disabledPersonsFederation } from '../disabled-persons-federation.context.js'
import { about } from './certificate.bodies.js'
import { ChangeCertificate } from './certificate.command.js'
import { type CurrentCertificate, GetCertificate } from './certificate.query.js'

const application = about.extend({
  document: identityDocument,
  householdRegion: region,
  bornOn: pastDate.optional().describe('Only for documents that do not tell it'),
})

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
    const bornOn = document.bornOn ?? body.bornOn
    if (!bornOn) throw new Problem(400, 'born-on-needed', bornOnNeeded)
    const person = this.personIds.of(document)
    const handled = await this.commands.execute(new ChangeCertificate(person, { type: 'ApplyForCertificate', ...body, bornOn }, cause))
    return { ...handled, person }
  }

  /** 查询残疾人证 */
  @Get(':person/certificate')
  @ApiOperation({ summary: '查询残疾人证' })
  @Problems(400, 401, 403, 503)
  get(@Param('person', { schema: personId }) person: PersonId): Promise<CurrentCertificate> {
    return this.queries.execute(new GetCertificate(person))
  }
}

const bornOnNeeded = {
  zh: '该证件号码不含出生日期，请在 bornOn 中填写。',
  en: 'This document does not tell the date of birth. Give it as bornOn.',
}
