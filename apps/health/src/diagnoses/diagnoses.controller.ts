import { Body, Get, Param, Post } from '@nestjs/common'
import { CommandBus, QueryBus } from '@nestjs/cqrs'
import { z } from 'zod'
import { recordId } from '@concord/contracts'
import type { Cause, Handled } from '@concord/event-store'
import type { DiagnosisRefusal, RecordedDiagnosis } from '@concord/health'
import { personId, type PersonId } from '@concord/identity'
import { Accepts, Asked, ContextController, ownRecord, pastDate, Tells } from '@concord/service-kit'
import { health } from '../health.context.js'
import { ChangeDiagnoses } from './diagnoses.command.js'
import { GetDiagnoses } from './diagnoses.query.js'

const diagnosis = z.strictObject({
  diagnosisId: recordId,
  code: z.string().max(10).describe('ICD-10 category F00–F99, three characters'),
  on: pastDate,
  bySpecialist: z.boolean(),
})
const correction = z.strictObject({ diagnosisId: recordId, on: pastDate })

@ContextController(health, 'persons/:person/diagnoses')
export class DiagnosesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** 诊断上报 */
  @Post('record')
  @Accepts('上报诊断标识')
  record(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: diagnosis }) body: z.infer<typeof diagnosis>,
    @Asked() cause: Cause,
  ): Promise<Handled<DiagnosisRefusal>> {
    return this.commands.execute(new ChangeDiagnoses(person, { type: 'RecordDiagnosis', ...body }, cause))
  }

  /** 诊断更正 */
  @Post('correct')
  @Accepts('更正诊断标识')
  correct(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: correction }) body: z.infer<typeof correction>,
    @Asked() cause: Cause,
  ): Promise<Handled<DiagnosisRefusal>> {
    return this.commands.execute(new ChangeDiagnoses(person, { type: 'CorrectDiagnosis', ...body }, cause))
  }

  /** 查询诊断标识 */
  @Get()
  @Tells('查询诊断标识', ownRecord)
  get(@Param('person', { schema: personId }) person: PersonId): Promise<readonly RecordedDiagnosis[]> {
    return this.queries.execute(new GetDiagnoses(person))
  }
}
