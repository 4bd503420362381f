import { Body, Get, Inject, Param, Post } from '@nestjs/common'
import { CommandBus, QueryBus } from '@nestjs/cqrs'
import { z } from 'zod'
import type { File, FileRefusal } from '@concord/civil-affairs'
import { region } from '@concord/contracts'
import type { Cause, Handled } from '@concord/event-store'
import { identityDocument, PERSON_IDS, personId, type PersonId, type PersonIds, withBornOn } from '@concord/identity'
import { Accepts, Asked, ContextController, ownRecord, pastDate, Tells } from '@concord/service-kit'
import { civilAffairs } from '../civil-affairs.context.js'
import { ChangeFile } from './file.command.js'
import { GetFile } from './file.query.js'

const opening = z
  .strictObject({
    document: identityDocument,
    on: pastDate,
    householdRegion: region,
    residenceRegion: region,
    bornOn: pastDate.optional().describe('Only for documents that do not tell it'),
  })
  .transform(withBornOn)
const moving = z.strictObject({ on: pastDate, residenceRegion: region })

@ContextController(civilAffairs, 'persons')
export class FileController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(PERSON_IDS) private readonly personIds: PersonIds,
  ) {}

  /** 建档: the agency's first contact with a person, and the only one that names the identity document. */
  @Post()
  @Accepts('建立民政档案', { person: personId })
  async open(
    @Body({ schema: opening }) { document, ...body }: z.infer<typeof opening>,
    @Asked() cause: Cause,
  ): Promise<Handled<FileRefusal> & { readonly person: PersonId }> {
    const person = this.personIds.of(document)
    const handled = await this.commands.execute(new ChangeFile(person, { type: 'OpenFile', ...body }, cause))
    return { ...handled, person }
  }

  /** 居住地变更 */
  @Post(':person/file/move')
  @Accepts('办理居住地变更')
  move(
    @Param('person', { schema: personId }) person: PersonId,
    @Body({ schema: moving }) body: z.infer<typeof moving>,
    @Asked() cause: Cause,
  ): Promise<Handled<FileRefusal>> {
    return this.commands.execute(new ChangeFile(person, { type: 'MoveResidence', ...body }, cause))
  }

  /** 查询民政档案 */
  @Get(':person/file')
  @Tells('查询民政档案', ownRecord)
  get(@Param('person', { schema: personId }) person: PersonId): Promise<File> {
    return this.queries.execute(new GetFile(person))
  }
}
