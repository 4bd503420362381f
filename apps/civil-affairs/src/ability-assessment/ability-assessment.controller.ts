import { Body, Get, Param, Post } from '@nestjs/common'
import { CommandBus, QueryBus } from '@nestjs/cqrs'
import { z } from 'zod'
import {
  type AbilityAssessmentRefusal,
  type AbilityAssessments,
  assessmentReasons,
  changesOfCondition,
  revocationReasons,
} from '@concord/civil-affairs'
import { assessorId, recordId } from '@concord/contracts'
import type { Cause, Handled } from '@concord/event-store'
import { personId, type PersonId } from '@concord/identity'
import { Accepts, Asked, ContextController, ownRecord, pastDate, Tells } from '@concord/service-kit'
import { gbt42195Assessment, institutionCode } from '@concord/standards'
import { civilAffairs } from '../civil-affairs.context.js'
import { ChangeAbilityAssessment } from './ability-assessment.command.js'
import { GetAbilityAssessments } from './ability-assessment.query.js'

const concluding = gbt42195Assessment.extend({
  assessmentId: recordId,
  on: pastDate,
  reason: z.enum(assessmentReasons),
  change: z.enum(changesOfCondition).exactOptional().describe('状况变化, for an immediate assessment'),
  institution: institutionCode,
  assessors: z.array(assessorId).max(10),
  onSite: z.boolean(),
  lateRecord: z.boolean().default(false).describe('补录: concluded earlier and recorded now'),
})
const requesting = z.strictObject({ assessmentId: recordId, on: pastDate })
const revoking = z.strictObject({ assessmentId: recordId, on: pastDate, reason: z.enum(revocationReasons) })

@ContextController(civilAffairs, 'persons/:person/ability-assessment')
export class AbilityAssessmentController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** 作出评估结论 */
  @Post('conclude')
  @Accepts('上报老年人能力评估结论')
  conclude(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: concluding }) body: z.infer<typeof concluding>,
    @Asked() cause: Cause,
  ): Promise<Handled<AbilityAssessmentRefusal>> {
    return this.commands.execute(new ChangeAbilityAssessment(person, { type: 'ConcludeAssessment', ...body }, cause))
  }

  /** 申请复评 */
  @Post('request-review')
  @Accepts('登记复评申请')
  requestReview(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: requesting }) body: z.infer<typeof requesting>,
    @Asked() cause: Cause,
  ): Promise<Handled<AbilityAssessmentRefusal>> {
    return this.commands.execute(new ChangeAbilityAssessment(person, { type: 'RequestReview', ...body }, cause))
  }

  /** 撤销评估结论 */
  @Post('revoke')
  @Accepts('撤销评估结论')
  revoke(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: revoking }) body: z.infer<typeof revoking>,
    @Asked() cause: Cause,
  ): Promise<Handled<AbilityAssessmentRefusal>> {
    return this.commands.execute(new ChangeAbilityAssessment(person, { type: 'RevokeAssessment', ...body }, cause))
  }

  /** 查询老年人能力评估 */
  @Get()
  @Tells('查询老年人能力评估', ownRecord)
  get(@Param('person', { schema: personId }) person: PersonId): Promise<AbilityAssessments> {
    return this.queries.execute(new GetAbilityAssessments(person))
  }
}
