import { Body, Get, Param, Post } from '@nestjs/common'
import { CommandBus, QueryBus } from '@nestjs/cqrs'
import { z } from 'zod'
import type { Cause, Handled } from '@concord/event-store'
import type { DeathCertificate, DeathCertificateRefusal } from '@concord/health'
import { personId, type PersonId } from '@concord/identity'
import { Accepts, Asked, ContextController, ownRecord, pastDate, Tells } from '@concord/service-kit'
import { health } from '../health.context.js'
import { ChangeDeathCertificate } from './death-certificate.command.js'
import { GetDeathCertificate } from './death-certificate.query.js'

const certificate = z.strictObject({ diedOn: pastDate, certifiedOn: pastDate })
const correction = z.strictObject({
  on: pastDate,
  diedOn: pastDate.nullable().describe('The right date of death; null when the person lives'),
})

@ContextController(health, 'persons/:person/death-certificate')
export class DeathCertificateController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** 出具死亡医学证明 */
  @Post('certify')
  @Accepts('上报死亡医学证明')
  certify(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: certificate }) body: z.infer<typeof certificate>,
    @Asked() cause: Cause,
  ): Promise<Handled<DeathCertificateRefusal>> {
    return this.commands.execute(new ChangeDeathCertificate(person, { type: 'CertifyDeath', ...body }, cause))
  }

  /** 更正死亡医学证明 */
  @Post('correct')
  @Accepts('更正死亡医学证明')
  correct(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: correction }) body: z.infer<typeof correction>,
    @Asked() cause: Cause,
  ): Promise<Handled<DeathCertificateRefusal>> {
    return this.commands.execute(new ChangeDeathCertificate(person, { type: 'CorrectDeathCertificate', ...body }, cause))
  }

  /** 查询死亡医学证明 */
  @Get()
  @Tells('查询死亡医学证明', ownRecord)
  get(@Param('person', { schema: personId }) person: PersonId): Promise<DeathCertificate> {
    return this.queries.execute(new GetDeathCertificate(person))
  }
}
