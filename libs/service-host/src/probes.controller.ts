import { Controller, type DynamicModule, Get, Inject, Module, ServiceUnavailableException } from '@nestjs/common'
import { ApiOperation, ApiTags } from '@nestjs/swagger'
import { OpenToAll } from '@concord/access'
import type { Database } from '@concord/postgres'

const DATABASE = Symbol('DATABASE')

/** What an operator's supervisor asks. Says nothing about anyone. */
@Controller('health')
@OpenToAll()
@ApiTags('operations')
class ProbesController {
  constructor(@Inject(DATABASE) private readonly database: Database) {}

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

/** A service that stands on this database. */
@Module({ controllers: [ProbesController] })
export class ProbesModule {
  static on(database: Database): DynamicModule {
    return { module: ProbesModule, providers: [{ provide: DATABASE, useValue: database }] }
  }
}
