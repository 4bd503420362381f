import { Body, Param, Post } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import { z } from 'zod'
import type { CertificateRefusal } from '@concord/disabled-persons-federation'
import type { Cause, Handled } from '@concord/event-store'
import { personId, type PersonId } from '@concord/identity'
import { Accepts, Asked, ContextController } from '@concord/service-kit'
import { disabledPersonsFederation } from '../disabled-persons-federation.context.js'
import { about, type AboutBody, cancelled, evaluated, frozen, moved } from './certificate.bodies.js'
import { ChangeCertificate } from './certificate.command.js'

type Answer = Handled<CertificateRefusal>

/** What becomes of a certificate once it is issued. */
@ContextController(disabledPersonsFederation, 'persons/:person/certificate')
export class CardController {
  constructor(private readonly commands: CommandBus) {}

  @Post('renew')
  @Accepts('换领残疾人证')
  renew(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: about }) body: AboutBody,
    @Asked() cause: Cause,
  ): Promise<Answer> {
    return this.commands.execute(new ChangeCertificate(person, { type: 'RenewCertificate', ...body }, cause))
  }

  @Post('reissue')
  @Accepts('遗失补发残疾人证')
  reissue(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: about }) body: AboutBody,
    @Asked() cause: Cause,
  ): Promise<Answer> {
    return this.commands.execute(new ChangeCertificate(person, { type: 'ReissueCertificate', ...body }, cause))
  }

  @Post('regrade')
  @Accepts('重新评定残疾类别和等级')
  regrade(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: evaluated }) body: z.infer<typeof evaluated>,
    @Asked() cause: Cause,
  ): Promise<Answer> {
    return this.commands.execute(new ChangeCertificate(person, { type: 'RegradeDisability', ...body }, cause))
  }

  @Post('move')
  @Accepts('迁移残疾人证')
  move(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: moved }) body: z.infer<typeof moved>,
    @Asked() cause: Cause,
  ): Promise<Answer> {
    return this.commands.execute(new ChangeCertificate(person, { type: 'MoveCertificate', ...body }, cause))
  }

  @Post('freeze')
  @Accepts('冻结残疾人证')
  freeze(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: frozen }) body: z.infer<typeof frozen>,
    @Asked() cause: Cause,
  ): Promise<Answer> {
    return this.commands.execute(new ChangeCertificate(person, { type: 'FreezeCertificate', ...body }, cause))
  }

  @Post('unfreeze')
  @Accepts('解冻残疾人证')
  unfreeze(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: about }) body: AboutBody,
    @Asked() cause: Cause,
  ): Promise<Answer> {
    return this.commands.execute(new ChangeCertificate(person, { type: 'UnfreezeCertificate', ...body }, cause))
  }

  @Post('expire')
  @Accepts('残疾人证到期')
  expire(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: about }) body: AboutBody,
    @Asked() cause: Cause,
  ): Promise<Answer> {
    return this.commands.execute(new ChangeCertificate(person, { type: 'ExpireCertificate', ...body }, cause))
  }

  @Post('cancel')
  @Accepts('注销残疾人证')
  cancel(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: cancelled }) body: z.infer<typeof cancelled>,
    @Asked() cause: Cause,
  ): Promise<Answer> {
    return this.commands.execute(new ChangeCertificate(person, { type: 'CancelCertificate', ...body }, cause))
  }
}
