import { Body, Param, Post } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import { z } from 'zod'
import type { CertificateRefusal } from '@concord/disabled-persons-federation'
import type { Cause, Handled } from '@concord/event-store'
import { personId, type PersonId } from '@concord/identity'
import { Accepts, Asked, ContextController } from '@concord/service-kit'
import { disabledPersonsFederation } from '../disabled-persons-federation.context.js'
import { about, type AboutBody, concluded } from './certificate.bodies.js'
import { ChangeCertificate } from './certificate.command.js'

type Answer = Handled<CertificateRefusal>

/** 对评定结果的异议: to the city, then to the province for good. */
@ContextController(disabledPersonsFederation, 'persons/:person/certificate')
export class DisputeController {
  constructor(private readonly commands: CommandBus) {}

  @Post('dispute')
  @Accepts('登记对评定结果的异议')
  dispute(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: about }) body: AboutBody,
    @Asked() cause: Cause,
  ): Promise<Answer> {
    return this.commands.execute(new ChangeCertificate(person, { type: 'DisputeEvaluation', ...body }, cause))
  }

  @Post('conclude-dispute')
  @Accepts('录入重新评定结论或省级最终意见')
  conclude(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: concluded }) body: z.infer<typeof concluded>,
    @Asked() cause: Cause,
  ): Promise<Answer> {
    return this.commands.execute(new ChangeCertificate(person, { type: 'ConcludeDispute', ...body }, cause))
  }
}
