import { type DynamicModule, Module } from '@nestjs/common'
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core'
import { CqrsModule } from '@nestjs/cqrs'
import { AccessGuard, TRUSTED_ISSUER, type TrustedIssuer } from '@concord/access'
import { PERSON_IDS, type PersonIds } from '@concord/identity'
import { MetricsController, quietTelemetry, TELEMETRY, type Telemetry } from '@concord/telemetry'
import { AnswerInterceptor } from './answer.interceptor.js'
import { type Clock, CLOCK } from './clock.js'
import { ProblemFilter } from './problem.filter.js'
import { requestValidation } from './validation.js'

/** What every application stands on: who may ask, how persons are named, what time it is. */
export interface Ground {
  readonly issuer: TrustedIssuer
  readonly personIds: PersonIds
  readonly clock: Clock
  /** The one that the HTTP server has; without it nobody watches. */
  readonly telemetry?: Telemetry
}

/** What happens to every request, once and in one place: who asks, does it fit, how is it answered, how does it fail. */
@Module({})
export class EdgeModule {
  static on({ issuer, personIds, clock, telemetry = quietTelemetry() }: Ground): DynamicModule {
    return {
      module: EdgeModule,
      global: true,
      imports: [CqrsModule.forRoot()],
      controllers: [MetricsController],
      providers: [
        { provide: TRUSTED_ISSUER, useValue: issuer },
        { provide: PERSON_IDS, useValue: personIds },
        { provide: CLOCK, useValue: clock },
        { provide: TELEMETRY, useValue: telemetry },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useFactory: requestValidation },
        { provide: APP_INTERCEPTOR, useClass: AnswerInterceptor },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
      exports: [TRUSTED_ISSUER, PERSON_IDS, CLOCK],
    }
  }
}
