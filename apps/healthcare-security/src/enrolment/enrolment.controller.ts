import { Body, Get, Inject, Param, Post } from '@nestjs/common'
import { CommandBus, QueryBus } from '@nestjs/cqrs'
import { z } from 'zod'
import { region } from '@concord/contracts'
import type { Cause, Handled } from '@concord/event-store'
import { type Enrolment, insurances, type Refusal } from '@concord/healthcare-security'
import { identityDocument, PERSON_IDS, personId, type PersonId, type PersonIds, withBornOn } from '@concord/identity'
import { Accepts, Asked, ContextController, ownRecord, pastDate, Tells } from '@concord/service-kit'
import { healthcareSecurity } from '../healthcare-security.context.js'
import { ChangeEnrolment } from './enrolment.command.js'
import { GetEnrolment } from './enrolment.query.js'

const enrolling = z
  .strictObject({
    document: identityDocument,
    on: pastDate,
    insuredRegion: region,
    insurance: z.enum(insurances),
    bornOn: pastDate.optional().describe('Only for documents that do not tell it'),
  })
  .transform(withBornOn)
const transferring = z.strictObject({ on: pastDate, insuredRegion: region })
const lapsing = z.strictObject({ on: pastDate })

@ContextController(healthcareSecurity, 'persons')
export class EnrolmentController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(PERSON_IDS) private readonly personIds: PersonIds,
  ) {}

  /** 参保登记: the agency's first contact with a person, and the only one that names the identity document. */
  @Post()
  @Accepts('参保登记', { person: personId })
  async enrol(
    @Body({ schema: enrolling }) { document, ...body }: z.infer<typeof enrolling>,
    @Asked() cause: Cause,
  ): Promise<Handled<Refusal> & { readonly person: PersonId }> {
    const person = this.personIds.of(document)
    const handled = await this.commands.execute(new ChangeEnrolment(person, { type: 'Enrol', ...body }, cause))
    return { ...handled, person }
  }

  /** 参保关系转移 */
  @Post(':person/enrolment/transfer')
  @Accepts('转移参保关系')
  transfer(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: transferring }) body: z.infer<typeof transferring>,
    @Asked() cause: Cause,
  ): Promise<Handled<Refusal>> {
    return this.commands.execute(new ChangeEnrolment(person, { type: 'TransferInsurance', ...body }, cause))
  }

  /** 停保 */
  @Post(':person/enrolment/lapse')
  @Accepts('停保')
  lapse(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: lapsing }) body: z.infer<typeof lapsing>,
    @Asked() cause: Cause,
  ): Promise<Handled<Refusal>> {
    return this.commands.execute(new ChangeEnrolment(person, { type: 'LapseInsurance', ...body }, cause))
  }

  /** 查询参保状态 */
  @Get(':person/enrolment')
  @Tells('查询参保状态', ownRecord)
  get(@Param('person', { schema: personId }) person: PersonId): Promise<Enrolment> {
    return this.queries.execute(new GetEnrolment(person))
  }
}
