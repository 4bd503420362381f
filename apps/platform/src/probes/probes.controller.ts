import { Controller, Get, Inject, ServiceUnavailableException } from '@nestjs/common'
import { ApiOperation, ApiTags } from '@nestjs/swagger'
import { OpenToAll } from '@concord/access'
import type { Database } from '@concord/postgres'

export const CITY_DATABASE = Symbol('CITY_DATABASE')

/** What an operator's supervisor asks. Says nothing about anyone. */
@Controller('health')
@OpenToAll()
@ApiTags('operations')
export class ProbesController {
  constructor(@Inject(CITY_DATABASE) private readonly database: Database) {}

  @Get('live')
  @ApiOperation({ summary: 'The process answers' })
  live(): { status: 'ok' } {
    return { status: 'ok' }
  }

  @Get('ready')
  @ApiOperation({ summary: 'Requests can be served' })
  async ready(): Promise<{ status: 'ok' }> {
    try {
      await this.database.pool.query('SELECT 1')
      return { status: 'ok' }
    } catch {
      throw new ServiceUnavailableException()
    }
  }
}
