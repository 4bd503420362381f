import { Body, Param, Post } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import { z } from 'zod'
import type { Cause, Handled } from '@concord/event-store'
import type { Refusal } from '@concord/healthcare-security'
import { personId, type PersonId } from '@concord/identity'
import { Accepts, Asked, ContextController } from '@concord/service-kit'
import { plainDate } from '@concord/standards'
import { healthcareSecurity } from '../healthcare-security.context.js'
import { bare, poolMember, step } from './ltci-grading.bodies.js'
import { ChangeLtciGrading } from './ltci-grading.command.js'

const confirming = z.strictObject({ ...step, confirmedBy: z.array(poolMember).max(5) })
const concluding = z.strictObject({ ...step, validUntil: plainDate })

/** From the experts' confirmation to the delivery of a conclusion. */
@ContextController(healthcareSecurity, 'persons/:person/ltci-grading')
export class ConclusionController {
  constructor(private readonly commands: CommandBus) {}

  /** 专家确认 */
  @Post('confirm')
  @Accepts('专家确认结论')
  confirm(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: confirming }) body: z.infer<typeof confirming>,
    @Asked() cause: Cause,
  ): Promise<Handled<Refusal>> {
    return this.commands.execute(new ChangeLtciGrading(person, { type: 'ConfirmConclusion', ...body }, cause))
  }

  /** 公示 */
  @Post('publicise')
  @Accepts('公示结论')
  publicise(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: bare }) body: z.infer<typeof bare>,
    @Asked() cause: Cause,
  ): Promise<Handled<Refusal>> {
    return this.commands.execute(new ChangeLtciGrading(person, { type: 'PubliciseConclusion', ...body }, cause))
  }

  /** 公示异议 */
  @Post('object')
  @Accepts('提出公示异议')
  object(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: bare }) body: z.infer<typeof bare>,
    @Asked() cause: Cause,
  ): Promise<Handled<Refusal>> {
    return this.commands.execute(new ChangeLtciGrading(person, { type: 'RaiseNoticeObjection', ...body }, cause))
  }

  /** 异议不成立 */
  @Post('dismiss-objection')
  @Accepts('认定公示异议不成立')
  dismissObjection(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: bare }) body: z.infer<typeof bare>,
    @Asked() cause: Cause,
  ): Promise<Handled<Refusal>> {
    return this.commands.execute(new ChangeLtciGrading(person, { type: 'DismissNoticeObjection', ...body }, cause))
  }

  /** 结论送达 */
  @Post('conclude')
  @Accepts('送达结论')
  conclude(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: concluding }) body: z.infer<typeof concluding>,
    @Asked() cause: Cause,
  ): Promise<Handled<Refusal>> {
    return this.commands.execute(new ChangeLtciGrading(person, { type: 'ConcludeGrade', ...body }, cause))
  }
}
