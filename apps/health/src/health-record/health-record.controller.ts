import { Body, Get, Inject, Param, Post } from '@nestjs/common'
import { CommandBus, QueryBus } from '@nestjs/cqrs'
import { z } from 'zod'
import { region } from '@concord/contracts'
import type { Cause, Handled } from '@concord/event-store'
import type { HealthRecord, HealthRecordRefusal } from '@concord/health'
import { identityDocument, PERSON_IDS, personId, type PersonId, type PersonIds, withBornOn } from '@concord/identity'
import { Accepts, Asked, ContextController, ownRecord, pastDate, Tells } from '@concord/service-kit'
import { health } from '../health.context.js'
import { ChangeHealthRecord } from './health-record.command.js'
import { GetHealthRecord } from './health-record.query.js'

const opening = z
  .strictObject({
    document: identityDocument,
    on: pastDate,
    residenceRegion: region,
    bornOn: pastDate.optional().describe('Only for documents that do not tell it'),
  })
  .transform(withBornOn)

@ContextController(health, 'persons')
export class HealthRecordController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(PERSON_IDS) private readonly personIds: PersonIds,
  ) {}

  /** 建档: the agency's first contact with a person, and the only one that names the identity document. */
  @Post()
  @Accepts('建立居民健康档案', { person: personId })
  async open(
    @Body({ schema: opening }) { document, ...body }: z.infer<typeof opening>,
    @Asked() cause: Cause,
  ): Promise<Handled<HealthRecordRefusal> & { readonly person: PersonId }> {
    const person = this.personIds.of(document)
    const handled = await this.commands.execute(new ChangeHealthRecord(person, { type: 'OpenHealthRecord', ...body }, cause))
    return { ...handled, person }
  }

  /** 查询健康档案 */
  @Get(':person/health-record')
  @Tells('查询居民健康档案', ownRecord)
  get(@Param('person', { schema: personId }) person: PersonId): Promise<HealthRecord> {
    return this.queries.execute(new GetHealthRecord(person))
  }
}
