import { Controller, Get, Query, Req } from '@nestjs/common'
import { QueryBus } from '@nestjs/cqrs'
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Caller, OpenTo, servingAgencies } from '@concord/access'
import { personId } from '@concord/identity'
import { decision } from '@concord/recognition'
import { AskedBy, Problems, RequestId } from '@concord/service-kit'
import { ReadFeed } from './read-feed.query.js'

const wait = z
  .string()
  .regex(/^([0-9]|[1-5][0-9]|60)s$/, 'seconds, 0s to 60s 秒，0s 至 60s')
  .default('0s')

const question = z.strictObject({
  after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(0).describe('The last number that you have handled'),
  wait: wait.describe('How long to wait when there is nothing new'),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
})

const answer = z
  .object({
    events: z.array(
      z.object({
        number: z.int().positive(),
        type: z.literal('RecognitionChanged'),
        person: personId,
        purpose: z.string(),
        decision: decision.partial(),
        recordedAt: z.iso.datetime(),
      }),
    ),
    last: z.int().min(0).describe('Ask for what comes after it'),
  })
  .meta({ id: 'FeedPage' })

/** 变更推送: every change of a decision for the caller's purposes, numbered 1, 2, 3 … without holes, from the first one on. */
@Controller('registry/v1/events')
@OpenTo(...servingAgencies)
@ApiTags('registry')
@ApiBearerAuth()
export class FeedController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: '读取本机构用途的互认变更（长轮询）' })
  @ApiResponse({ status: 200, standardSchema: answer })
  @Problems(400, 401, 403, 503)
  async read(
    @Query({ schema: question }) { after, wait, limit }: z.infer<typeof question>,
    @AskedBy() caller: Caller,
    @RequestId() requestId: string,
    @Req() { signal: gone }: FastifyRequest,
  ): Promise<z.infer<typeof answer>> {
    const asked = new ReadFeed(after, limit, { milliseconds: Number.parseInt(wait) * 1_000, gone }, { caller, requestId })
    const events = [...(await this.queries.execute(asked))]
    return { events, last: events.at(-1)?.number ?? after }
  }
}
