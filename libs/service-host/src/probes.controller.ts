import { Controller, type DynamicModule, Get, Inject, Module, ServiceUnavailableException } from '@nestjs/common'
import { ApiOperation, ApiTags } from '@nestjs/swagger'
import { OpenToAll } from '@concord/access'
import type { Database } from '@concord/postgres'

const GROUNDS = Symbol('GROUNDS')

/** Asks something that the service cannot do without. @throws when it does not answer */
type Ask = () => Promise<unknown>

/** What an operator's supervisor asks. Says nothing about anyone. */
@Controller('health')
@OpenToAll()
@ApiTags('operations')
class ProbesController {
  constructor(@Inject(GROUNDS) private readonly grounds: readonly Ask[]) {}

  @Get('live')
  @ApiOperation({ summary: 'The process answers' })
  live(): { status: 'ok' } {
    return { status: 'ok' }
  }

  @Get('ready')
  @ApiOperation({ summary: 'Requests can be served' })
  async ready(): Promise<{ status: 'ok' }> {
    try {
      await Promise.all(this.grounds.map((ask) => ask()))
      return { status: 'ok' }
    } catch {
      throw new ServiceUnavailableException()
    }
  }
}

export const answerOf =
  ({ pool }: Database): Ask =>
  () =>
    pool.query('SELECT 1')

/** A service that is ready when all answer that it stands on. */
@Module({ controllers: [ProbesController] })
export class ProbesModule {
  static on(...grounds: readonly Ask[]): DynamicModule {
    return { module: ProbesModule, providers: [{ provide: GROUNDS, useValue: grounds }] }
  }
}
