import { Controller, Get, Inject, Param, Query } from '@nestjs/common'
import { QueryBus } from '@nestjs/cqrs'
import { ApiBearerAuth, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger'
import { z } from 'zod'
import { type Caller, OpenTo, servingAgencies } from '@concord/access'
import { personId, type PersonId } from '@concord/identity'
import { decision, sourceRef } from '@concord/recognition'
import { AskedBy, CLOCK, type Clock, Problems, RequestId } from '@concord/service-kit'
import { plainDate } from '@concord/standards'
import { TellHistory } from './history.query.js'

const question = z.strictObject({ purpose: z.string().min(1).max(100) })

const answer = z
  .object({
    history: z.array(
      z.object({ from: plainDate, knownAt: z.string(), decision: decision.partial(), because: z.array(sourceRef).readonly() }),
    ),
  })
  .meta({ id: 'History' })

@Controller('registry/v1/persons/:person/history')
@OpenTo(...servingAgencies)
@ApiTags('registry')
@ApiBearerAuth()
export class HistoryController {
  constructor(
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: '查询一人互认结论的变化及依据' })
  @ApiResponse({ status: 200, standardSchema: answer })
  @Problems(400, 401, 403, 503)
  async get(
    @Param('person', { schema: personId }) person: PersonId,
    @Query({ schema: question }) { purpose }: z.infer<typeof question>,
    @AskedBy() caller: Caller,
    @RequestId() requestId: string,
  ): Promise<z.infer<typeof answer>> {
    const asking = { caller, requestId, at: this.clock.now().toISOString() }
    const { history } = await this.queries.execute(new TellHistory(person, purpose, asking))
    return { history: [...history] }
  }
}
