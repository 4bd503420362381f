import { Body, Get, Param, Post } from '@nestjs/common'
import { CommandBus, QueryBus } from '@nestjs/cqrs'
import { z } from 'zod'
import type { Cause, Handled } from '@concord/event-store'
import { assessmentKinds, type LtciGrading, type Refusal, refusalGrounds, withdrawalReasons } from '@concord/healthcare-security'
import { personId, type PersonId } from '@concord/identity'
import { Accepts, Asked, ContextController, ownRecord, pastDate, Tells } from '@concord/service-kit'
import { selfAssessmentAnswers } from '@concord/standards'
import { healthcareSecurity } from '../healthcare-security.context.js'
import { step } from './ltci-grading.bodies.js'
import { ChangeLtciGrading } from './ltci-grading.command.js'
import { GetLtciGrading } from './ltci-grading.query.js'

const selfAssessing = z.strictObject({ on: pastDate, answers: selfAssessmentAnswers })
const applying = z.strictObject({
  ...step,
  kind: z.enum(assessmentKinds),
  selfAssessmentWaived: z.boolean().default(false).describe('Another agency has found a disability'),
})
const accepting = z.strictObject(step)
const refusing = z.strictObject({ ...step, ground: z.enum(refusalGrounds) })
const withdrawing = z.strictObject({ ...step, reason: z.enum(withdrawalReasons) })

/** From the self-assessment to the acceptance of an application. */
@ContextController(healthcareSecurity, 'persons/:person/ltci-grading')
export class ApplicationController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** 自评 */
  @Post('self-assess')
  @Accepts('提交自评')
  selfAssess(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: selfAssessing }) body: z.infer<typeof selfAssessing>,
    @Asked() cause: Cause,
  ): Promise<Handled<Refusal>> {
    return this.commands.execute(new ChangeLtciGrading(person, { type: 'SubmitSelfAssessment', ...body }, cause))
  }

  /** 申请 */
  @Post('apply')
  @Accepts('申请失能等级评估')
  apply(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: applying }) body: z.infer<typeof applying>,
    @Asked() cause: Cause,
  ): Promise<Handled<Refusal>> {
    return this.commands.execute(new ChangeLtciGrading(person, { type: 'ApplyForAssessment', ...body }, cause))
  }

  /** 受理 */
  @Post('accept')
  @Accepts('受理申请')
  accept(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: accepting }) body: z.infer<typeof accepting>,
    @Asked() cause: Cause,
  ): Promise<Handled<Refusal>> {
    return this.commands.execute(new ChangeLtciGrading(person, { type: 'AcceptApplication', ...body }, cause))
  }

  /** 不予受理 */
  @Post('refuse')
  @Accepts('不予受理')
  refuse(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: refusing }) body: z.infer<typeof refusing>,
    @Asked() cause: Cause,
  ): Promise<Handled<Refusal>> {
    return this.commands.execute(new ChangeLtciGrading(person, { type: 'RefuseApplication', ...body }, cause))
  }

  /** 撤回申请 */
  @Post('withdraw')
  @Accepts('撤回申请')
  withdraw(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: withdrawing }) body: z.infer<typeof withdrawing>,
    @Asked() cause: Cause,
  ): Promise<Handled<Refusal>> {
    return this.commands.execute(new ChangeLtciGrading(person, { type: 'WithdrawApplication', ...body }, cause))
  }

  /** 查询评估进度和结论 */
  @Get()
  @Tells('查询评估进度和结论', ownRecord)
  get(@Param('person', { schema: personId }) person: PersonId): Promise<LtciGrading> {
    return this.queries.execute(new GetLtciGrading(person))
  }
}
