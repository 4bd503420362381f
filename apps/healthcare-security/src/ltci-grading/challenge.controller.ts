import { Body, Param, Post } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import { z } from 'zod'
import type { Cause, Handled } from '@concord/event-store'
import { type Refusal, revocationReasons } from '@concord/healthcare-security'
import { personId, type PersonId } from '@concord/identity'
import { Accepts, Asked, ContextController } from '@concord/service-kit'
import { institutionCode, ltci2021Items, plainDate } from '@concord/standards'
import { healthcareSecurity } from '../healthcare-security.context.js'
import { bare, poolMember, step } from './ltci-grading.bodies.js'
import { ChangeLtciGrading } from './ltci-grading.command.js'

const reEvaluating = z.strictObject({
  ...step,
  institution: institutionCode,
  confirmedBy: z.array(poolMember).max(10),
  items: ltci2021Items,
  validUntil: plainDate,
})
const revoking = z.strictObject({ ...step, reason: z.enum(revocationReasons) })

/** What can happen to a conclusion later. */
@ContextController(healthcareSecurity, 'persons/:person/ltci-grading')
export class ChallengeController {
  constructor(private readonly commands: CommandBus) {}

  /** 申请复评 */
  @Post('request-re-evaluation')
  @Accepts('申请复评')
  requestReEvaluation(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: bare }) body: z.infer<typeof bare>,
    @Asked() cause: Cause,
  ): Promise<Handled<Refusal>> {
    return this.commands.execute(new ChangeLtciGrading(person, { type: 'RequestReEvaluation', ...body }, cause))
  }

  /** 复评结论 */
  @Post('conclude-re-evaluation')
  @Accepts('作出复评结论')
  concludeReEvaluation(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: reEvaluating }) body: z.infer<typeof reEvaluating>,
    @Asked() cause: Cause,
  ): Promise<Handled<Refusal>> {
    return this.commands.execute(new ChangeLtciGrading(person, { type: 'ConcludeReEvaluation', ...body }, cause))
  }

  /** 到期 */
  @Post('expire')
  @Accepts('结论到期')
  expire(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: bare }) body: z.infer<typeof bare>,
    @Asked() cause: Cause,
  ): Promise<Handled<Refusal>> {
    return this.commands.execute(new ChangeLtciGrading(person, { type: 'ExpireConclusion', ...body }, cause))
  }

  /** 撤销 */
  @Post('revoke')
  @Accepts('撤销结论')
  revoke(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: revoking }) body: z.infer<typeof revoking>,
    @Asked() cause: Cause,
  ): Promise<Handled<Refusal>> {
    return this.commands.execute(new ChangeLtciGrading(person, { type: 'RevokeConclusion', ...body }, cause))
  }
}
