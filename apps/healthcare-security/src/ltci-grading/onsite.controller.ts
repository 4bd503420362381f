import { Body, Param, Post } from '@nestjs/common'
import { CommandBus } from '@nestjs/cqrs'
import { z } from 'zod'
import { assessorId } from '@concord/contracts'
import type { Cause, Handled } from '@concord/event-store'
import { companions, recusalGrounds, type Refusal } from '@concord/healthcare-security'
import { personId, type PersonId } from '@concord/identity'
import { Accepts, Asked, ContextController } from '@concord/service-kit'
import { institutionCode, ltci2021Items } from '@concord/standards'
import { healthcareSecurity } from '../healthcare-security.context.js'
import { poolMember, step } from './ltci-grading.bodies.js'
import { ChangeLtciGrading } from './ltci-grading.command.js'

const assigning = z.strictObject({ ...step, institution: institutionCode, assessors: z.array(poolMember).max(5) })
const recusing = z.strictObject({ ...step, assessor: assessorId, ground: z.enum(recusalGrounds), replacement: poolMember })
const completing = z.strictObject({
  ...step,
  items: ltci2021Items,
  present: z.array(z.enum(companions)).max(10),
  videoDigest: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .describe('SHA-256 of the full recording'),
  neighboursAsked: z.boolean(),
  medicalRecordsConsulted: z.boolean(),
})

/** Who assesses, and what they see on site. */
@ContextController(healthcareSecurity, 'persons/:person/ltci-grading')
export class OnsiteController {
  constructor(private readonly commands: CommandBus) {}

  /** 派单 */
  @Post('assign')
  @Accepts('派单')
  assign(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: assigning }) body: z.infer<typeof assigning>,
    @Asked() cause: Cause,
  ): Promise<Handled<Refusal>> {
    return this.commands.execute(new ChangeLtciGrading(person, { type: 'AssignAssessors', ...body }, cause))
  }

  /** 回避 */
  @Post('recuse')
  @Accepts('评估人员回避')
  recuse(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: recusing }) body: z.infer<typeof recusing>,
    @Asked() cause: Cause,
  ): Promise<Handled<Refusal>> {
    return this.commands.execute(new ChangeLtciGrading(person, { type: 'RecuseAssessor', ...body }, cause))
  }

  /** 现场评估 */
  @Post('complete-onsite')
  @Accepts('完成现场评估')
  complete(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: completing }) body: z.infer<typeof completing>,
    @Asked() cause: Cause,
  ): Promise<Handled<Refusal>> {
    return this.commands.execute(new ChangeLtciGrading(person, { type: 'CompleteOnsiteAssessment', ...body }, cause))
  }
}
