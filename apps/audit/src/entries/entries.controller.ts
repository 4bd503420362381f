import { createHash, randomUUID } from 'node:crypto'
import { Controller, Get, Inject, Query as FromQuery } from '@nestjs/common'
import { QueryBus } from '@nestjs/cqrs'
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger'
import { z } from 'zod'
import { type Caller, OpenTo } from '@concord/access'
import { actor, AUDIT_TRAIL, auditEntry, type AuditPage, type AuditTrail, entryKind, NotACursor } from '@concord/audit-trail'
import { personId } from '@concord/identity'
import { AskedBy, CLOCK, type Clock, Problem, Problems, RequestId } from '@concord/service-kit'
import { FindEntries } from './find-entries.query.js'

const oldest = '1970-01-01T00:00:00.000Z'
const newest = '9999-12-31T23:59:59.999Z'

/** In one spelling, and within what can be stored. */
const instant = z.iso
  .datetime({ offset: true })
  .refine((text) => Date.parse(text) >= Date.parse(oldest) && Date.parse(text) <= Date.parse(newest), {
    message: `lies outside of ${oldest} to ${newest} 时间超出范围`,
    abort: true,
  })
  .transform((text) => new Date(text).toISOString())

const word = z.string().regex(/^[a-z0-9 -]{1,100}$/)

const question = z.strictObject({
  kind: entryKind.optional(),
  person: personId.optional(),
  agency: actor.optional(),
  purpose: word.optional(),
  outcome: word.optional(),
  from: instant.optional().describe('inclusive'),
  until: instant.optional().describe('exclusive'),
  after: z.string().max(50).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
})
type Question = z.infer<typeof question>

const page = z.object({ entries: z.array(auditEntry), next: z.string().nullable() }).meta({ id: 'AuditPage' })

const notACursor = { zh: 'after 应为上一页返回的 next。', en: 'after must be the next of the page before.' }

/** 审计查询: open to the auditor alone; looking is itself recorded. */
@Controller('audit/v1/entries')
@OpenTo('audit')
@ApiTags('audit')
@ApiBearerAuth()
export class EntriesController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(AUDIT_TRAIL) private readonly trail: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** 查询审计记录 */
  @Get()
  @ApiOperation({ summary: '查询审计记录' })
  @ApiResponse({ status: 200, standardSchema: page })
  @Problems(400, 401, 403, 503)
  async find(
    @FromQuery({ schema: question }) { after, limit, ...query }: Question,
    @AskedBy() caller: Caller,
    @RequestId() requestId: string,
  ): Promise<z.infer<typeof page>> {
    const found = await this.page(query, { after, limit })
    const answer = { entries: [...found.entries], next: found.next ?? null }
    await this.trail.record([
      {
        id: randomUUID(),
        at: this.clock.now().toISOString(),
        requestId,
        kind: 'trail-query',
        agency: caller.agency,
        client: caller.client,
        person: query.person ?? null,
        purpose: 'audit',
        legalBasis: '《个人信息保护法》第五十四条 (合规审计)',
        fields: Object.keys(auditEntry.shape),
        outcome: `${answer.entries.length} entries`,
        basis: [],
        answerDigest: createHash('sha256').update(JSON.stringify(answer)).digest('hex'),
      },
    ])
    return answer
  }

  private async page(query: FindEntries['query'], page: FindEntries['page']): Promise<AuditPage> {
    try {
      return await this.queries.execute(new FindEntries(query, page))
    } catch (error) {
      if (error instanceof NotACursor) throw new Problem(400, 'not-a-cursor', notACursor)
      throw error
    }
  }
}
