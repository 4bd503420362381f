import { Body, Param, Post } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import { z } from 'zod'
import type { CertificateRefusal } from '@concord/disabled-persons-federation'
import type { Cause, Handled } from '@concord/event-store'
import { personId, type PersonId } from '@concord/identity'
import { Accepts, Asked, ContextController } from '@concord/service-kit'
import { disabledPersonsFederation } from '../disabled-persons-federation.context.js'
import { about, type AboutBody, evaluated, refused } from './certificate.bodies.js'
import { ChangeCertificate } from './certificate.command.js'

type Answer = Handled<CertificateRefusal>

/** 申领: from acceptance to the county's answer. */
@ContextController(disabledPersonsFederation, 'persons/:person/certificate')
export class ApplicationController {
  constructor(private readonly commands: CommandBus) {}

  @Post('accept')
  @Accepts('受理残疾人证申请')
  accept(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: about }) body: AboutBody,
    @Asked() cause: Cause,
  ): Promise<Answer> {
    return this.commands.execute(new ChangeCertificate(person, { type: 'AcceptApplication', ...body }, cause))
  }

  @Post('evaluate')
  @Accepts('录入残疾评定结果')
  evaluate(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: evaluated }) body: z.infer<typeof evaluated>,
    @Asked() cause: Cause,
  ): Promise<Answer> {
    return this.commands.execute(new ChangeCertificate(person, { type: 'RecordEvaluation', ...body }, cause))
  }

  @Post('publicise')
  @Accepts('公示评定结果')
  publicise(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: about }) body: AboutBody,
    @Asked() cause: Cause,
  ): Promise<Answer> {
    return this.commands.execute(new ChangeCertificate(person, { type: 'PubliciseEvaluation', ...body }, cause))
  }

  @Post('raise-objection')
  @Accepts('登记公示异议')
  raiseObjection(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: about }) body: AboutBody,
    @Asked() cause: Cause,
  ): Promise<Answer> {
    return this.commands.execute(new ChangeCertificate(person, { type: 'RaiseNoticeObjection', ...body }, cause))
  }

  @Post('dismiss-objection')
  @Accepts('认定公示异议不成立')
  dismissObjection(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: about }) body: AboutBody,
    @Asked() cause: Cause,
  ): Promise<Answer> {
    return this.commands.execute(new ChangeCertificate(person, { type: 'DismissNoticeObjection', ...body }, cause))
  }

  @Post('refuse')
  @Accepts('不予受理、不予核发或撤回申请')
  refuse(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: refused }) body: z.infer<typeof refused>,
    @Asked() cause: Cause,
  ): Promise<Answer> {
    return this.commands.execute(new ChangeCertificate(person, { type: 'RefuseCertificate', ...body }, cause))
  }

  @Post('issue')
  @Accepts('核发残疾人证')
  issue(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: about }) body: AboutBody,
    @Asked() cause: Cause,
  ): Promise<Answer> {
    return this.commands.execute(new ChangeCertificate(person, { type: 'IssueCertificate', ...body }, cause))
  }
}
