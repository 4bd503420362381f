import { Body, Get, Param, Post } from '@nestjs/common'
import { CommandBus, QueryBus } from '@nestjs/cqrs'
import { z } from 'zod'
import { recordId } from '@concord/contracts'
import type { Cause, Handled } from '@concord/event-store'
import type { HospitalStayRefusal, HospitalStays } from '@concord/health'
import { personId, type PersonId } from '@concord/identity'
import { Accepts, Asked, ContextController, ownRecord, pastDate, Tells } from '@concord/service-kit'
import { institutionCode } from '@concord/standards'
import { health } from '../health.context.js'
import { ChangeHospitalStay } from './hospital-stay.command.js'
import { GetHospitalStay } from './hospital-stay.query.js'

const admission = z.strictObject({ stayId: recordId, on: pastDate, institution: institutionCode })
const leaving = z.strictObject({ stayId: recordId, on: pastDate })

@ContextController(health, 'persons/:person/hospital-stay')
export class HospitalStayController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** 入院 */
  @Post('admit')
  @Accepts('上报入院')
  admit(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: admission }) body: z.infer<typeof admission>,
    @Asked() cause: Cause,
  ): Promise<Handled<HospitalStayRefusal>> {
    return this.commands.execute(new ChangeHospitalStay(person, { type: 'AdmitToHospital', ...body }, cause))
  }

  /** 出院 */
  @Post('discharge')
  @Accepts('上报出院')
  discharge(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: leaving }) body: z.infer<typeof leaving>,
    @Asked() cause: Cause,
  ): Promise<Handled<HospitalStayRefusal>> {
    return this.commands.execute(new ChangeHospitalStay(person, { type: 'DischargeFromHospital', ...body }, cause))
  }

  /** 查询住院记录 */
  @Get()
  @Tells('查询住院记录', ownRecord)
  get(@Param('person', { schema: personId }) person: PersonId): Promise<HospitalStays> {
    return this.queries.execute(new GetHospitalStay(person))
  }
}
