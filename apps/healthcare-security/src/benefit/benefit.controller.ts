import { Body, Get, Param, Post } from '@nestjs/common'
import { CommandBus, QueryBus } from '@nestjs/cqrs'
import { z } from 'zod'
import { recordId } from '@concord/contracts'
import type { Cause, Handled } from '@concord/event-store'
import { type Benefit, careForms, endingReasons, pausingReasons, type Refusal } from '@concord/healthcare-security'
import { personId, type PersonId } from '@concord/identity'
import { Accepts, Asked, ContextController, ownRecord, pastDate, Tells } from '@concord/service-kit'
import { healthcareSecurity } from '../healthcare-security.context.js'
import { ChangeBenefit } from './benefit.command.js'
import { GetBenefit } from './benefit.query.js'

const step = { benefitId: recordId, on: pastDate }
const starting = z.strictObject({
  ...step,
  form: z.enum(careForms),
  restsOn: recordId.describe('The assessmentId of the conclusion in force'),
})
const pausing = z.strictObject({ ...step, reason: z.enum(pausingReasons) })
const resuming = z.strictObject(step)
const ending = z.strictObject({ ...step, reason: z.enum(endingReasons) })

@ContextController(healthcareSecurity, 'persons/:person/benefit')
export class BenefitController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** 待遇开始 */
  @Post('start')
  @Accepts('开始待遇')
  start(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: starting }) body: z.infer<typeof starting>,
    @Asked() cause: Cause,
  ): Promise<Handled<Refusal>> {
    return this.commands.execute(new ChangeBenefit(person, { type: 'StartBenefit', ...body }, cause))
  }

  /** 待遇暂停 */
  @Post('pause')
  @Accepts('暂停待遇')
  pause(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: pausing }) body: z.infer<typeof pausing>,
    @Asked() cause: Cause,
  ): Promise<Handled<Refusal>> {
    return this.commands.execute(new ChangeBenefit(person, { type: 'PauseBenefit', ...body }, cause))
  }

  /** 待遇恢复 */
  @Post('resume')
  @Accepts('恢复待遇')
  resume(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: resuming }) body: z.infer<typeof resuming>,
    @Asked() cause: Cause,
  ): Promise<Handled<Refusal>> {
    return this.commands.execute(new ChangeBenefit(person, { type: 'ResumeBenefit', ...body }, cause))
  }

  /** 待遇终止 */
  @Post('end')
  @Accepts('终止待遇')
  end(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: ending }) body: z.infer<typeof ending>,
    @Asked() cause: Cause,
  ): Promise<Handled<Refusal>> {
    return this.commands.execute(new ChangeBenefit(person, { type: 'EndBenefit', ...body }, cause))
  }

  /** 查询待遇状态 */
  @Get()
  @Tells('查询待遇状态', ownRecord)
  get(@Param('person', { schema: personId }) person: PersonId): Promise<Benefit> {
    return this.queries.execute(new GetBenefit(person))
  }
}
