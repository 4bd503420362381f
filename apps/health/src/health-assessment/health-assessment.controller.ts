import { Body, Get, Param, Post } from '@nestjs/common'
import { CommandBus, QueryBus } from '@nestjs/cqrs'
import { z } from 'zod'
import { recordId } from '@concord/contracts'
import type { Cause, Handled } from '@concord/event-store'
import type { HealthAssessmentRefusal } from '@concord/health'
import { personId, type PersonId } from '@concord/identity'
import { Accepts, Asked, ContextController, ownRecord, pastDate, Tells } from '@concord/service-kit'
import { institutionCode } from '@concord/standards'
import { health } from '../health.context.js'
import { ChangeHealthAssessment } from './health-assessment.command.js'
import { GetHealthAssessments, type HealthAssessmentView } from './health-assessment.query.js'

const assessing = z.strictObject({
  assessmentId: recordId,
  on: pastDate,
  institution: institutionCode,
  disabled: z.boolean(),
  livesAtHome: z.boolean(),
})
const visiting = z.strictObject({ assessmentId: recordId, visitId: recordId, on: pastDate })

@ContextController(health, 'persons/:person/health-assessment')
export class HealthAssessmentController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** 失能老年人健康评估 */
  @Post('assess')
  @Accepts('上报失能老年人健康评估')
  assess(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: assessing }) body: z.infer<typeof assessing>,
    @Asked() cause: Cause,
  ): Promise<Handled<HealthAssessmentRefusal>> {
    return this.commands.execute(new ChangeHealthAssessment(person, { type: 'AssessDisabledElder', ...body }, cause))
  }

  /** 入户服务 */
  @Post('visit')
  @Accepts('上报入户服务')
  visit(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: visiting }) body: z.infer<typeof visiting>,
    @Asked() cause: Cause,
  ): Promise<Handled<HealthAssessmentRefusal>> {
    return this.commands.execute(new ChangeHealthAssessment(person, { type: 'RecordHomeVisit', ...body }, cause))
  }

  /** 查询健康评估和入户服务 */
  @Get()
  @Tells('查询健康评估和入户服务', ownRecord)
  get(@Param('person', { schema: personId }) person: PersonId): Promise<readonly HealthAssessmentView[]> {
    return this.queries.execute(new GetHealthAssessments(person))
  }
}
