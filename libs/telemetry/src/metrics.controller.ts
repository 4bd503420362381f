import { Controller, Get, Header, Inject } from '@nestjs/common'
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger'
import { Registry } from 'prom-client'
import { OpenToAll } from '@concord/access'
import { TELEMETRY, type Telemetry } from './telemetry.js'

const textFormat = Registry.PROMETHEUS_CONTENT_TYPE

/** What a Prometheus server reads. Counts and times; says nothing about anyone. */
@Controller('metrics')
@OpenToAll()
@ApiTags('operations')
export class MetricsController {
  constructor(@Inject(TELEMETRY) private readonly telemetry: Telemetry) {}

  @Get()
  @Header('content-type', textFormat)
  @ApiOperation({ summary: 'Metrics in the text format of Prometheus' })
  @ApiProduces('text/plain')
  read(): Promise<string> {
    return this.telemetry.scrape()
  }
}
