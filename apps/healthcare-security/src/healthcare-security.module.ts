import { type DynamicModule, Module } from '@nestjs/common'
import type { EventStore } from '@concord/event-store'
import { EVENT_STORE } from '@concord/service-kit'
import { ChangeBenefitHandler } from './benefit/benefit.command.js'
import { BenefitController } from './benefit/benefit.controller.js'
import { GetBenefitHandler } from './benefit/benefit.query.js'
import { ChangeEnrolmentHandler } from './enrolment/enrolment.command.js'
import { EnrolmentController } from './enrolment/enrolment.controller.js'
import { GetEnrolmentHandler } from './enrolment/enrolment.query.js'
import { ApplicationController } from './ltci-grading/application.controller.js'
import { ChallengeController } from './ltci-grading/challenge.controller.js'
import { ConclusionController } from './ltci-grading/conclusion.controller.js'
import { ChangeLtciGradingHandler } from './ltci-grading/ltci-grading.command.js'
import { GetLtciGradingHandler } from './ltci-grading/ltci-grading.query.js'
import { OnsiteController } from './ltci-grading/onsite.controller.js'

/** 医保: its HTTP API on its own events. */
@Module({
  controllers: [EnrolmentController, ApplicationController, OnsiteController, ConclusionController, ChallengeController, BenefitController],
  providers: [
    ChangeEnrolmentHandler,
    GetEnrolmentHandler,
    ChangeLtciGradingHandler,
    GetLtciGradingHandler,
    ChangeBenefitHandler,
    GetBenefitHandler,
  ],
})
export class HealthcareSecurityModule {
  static on(store: EventStore): DynamicModule {
    return { module: HealthcareSecurityModule, providers: [{ provide: EVENT_STORE, useValue: store }] }
  }
}
