import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common'
import { QueryBus } from '@nestjs/cqrs'
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger'
import type { Span } from '@opentelemetry/api'
import type { z } from 'zod'
import { type Caller, OpenTo, servingAgencies } from '@concord/access'
import { AskedBy, CLOCK, type Clock, Problems, RequestId, RequestSpan } from '@concord/service-kit'
import type { Asking } from '../disclosing/disclosure.js'
import { AnswerLookups } from './lookup.query.js'
import { type Lookup, lookup, lookupAnswer, type LookupAnswer, lookupAnswers, lookups } from './lookup.schema.js'

/** 互认查询: POST, so that identity numbers stand in bodies and never in addresses. */
@Controller('registry/v1')
@OpenTo(...servingAgencies)
@ApiTags('registry')
@ApiBearerAuth()
export class LookupController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('lookups')
  @HttpCode(200)
  @ApiOperation({ summary: '查询一人的互认结论' })
  @ApiResponse({ status: 200, standardSchema: lookupAnswer })
  @Problems(400, 401, 403, 503)
  async one(
    @Body({ schema: lookup }) asked: Lookup,
    @AskedBy() caller: Caller,
    @RequestId() requestId: string,
    @RequestSpan() span?: Span,
  ): Promise<LookupAnswer> {
    const [answer] = await this.answer([asked], { caller, requestId, span })
    if (!answer) throw new TypeError('one question, no answer')
    return answer
  }

  @Post('lookups::batch')
  @HttpCode(200)
  @ApiOperation({ summary: '批量查询互认结论（至多 1,000 人）' })
  @ApiResponse({ status: 200, standardSchema: lookupAnswers })
  @Problems(400, 401, 403, 413, 503)
  async many(
    @Body({ schema: lookups }) asked: z.infer<typeof lookups>,
    @AskedBy() caller: Caller,
    @RequestId() requestId: string,
    @RequestSpan() span?: Span,
  ): Promise<z.infer<typeof lookupAnswers>> {
    return { answers: [...(await this.answer(asked.lookups, { caller, requestId, span }))] }
  }

  private answer(asked: readonly Lookup[], by: Omit<Asking, 'at'>): Promise<readonly LookupAnswer[]> {
    return this.queries.execute(new AnswerLookups(asked, { ...by, at: this.clock.now().toISOString() }))
  }
}
