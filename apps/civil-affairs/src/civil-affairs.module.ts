import { type DynamicModule, Module } from '@nestjs/common'
import type { EventStore } from '@concord/event-store'
import { EVENT_STORE } from '@concord/service-kit'
import { ChangeAbilityAssessmentHandler } from './ability-assessment/ability-assessment.command.js'
import { AbilityAssessmentController } from './ability-assessment/ability-assessment.controller.js'
import { GetAbilityAssessmentsHandler } from './ability-assessment/ability-assessment.query.js'
import { ChangeCareVoucherHandler } from './care-voucher/care-voucher.command.js'
import { CareVoucherController } from './care-voucher/care-voucher.controller.js'
import { GetCareVouchersHandler } from './care-voucher/care-voucher.query.js'
import { ChangeDeathReportHandler } from './death-report/death-report.command.js'
import { DeathReportController } from './death-report/death-report.controller.js'
import { GetDeathReportHandler } from './death-report/death-report.query.js'
import { ChangeFileHandler } from './file/file.command.js'
import { FileController } from './file/file.controller.js'
import { GetFileHandler } from './file/file.query.js'
import { ChangeHardshipHandler } from './hardship/hardship.command.js'
import { HardshipController } from './hardship/hardship.controller.js'
import { GetHardshipHandler } from './hardship/hardship.query.js'
import { ChangeSubsidiesHandler } from './subsidies/subsidies.command.js'
import { SubsidiesController } from './subsidies/subsidies.controller.js'
import { GetSubsidiesHandler } from './subsidies/subsidies.query.js'

/** 民政: its HTTP API on its own events. */
@Module({
  controllers: [
    FileController,
    AbilityAssessmentController,
    HardshipController,
    SubsidiesController,
    CareVoucherController,
    DeathReportController,
  ],
  providers: [
    ChangeFileHandler,
    GetFileHandler,
    ChangeAbilityAssessmentHandler,
    GetAbilityAssessmentsHandler,
    ChangeHardshipHandler,
    GetHardshipHandler,
    ChangeSubsidiesHandler,
    GetSubsidiesHandler,
    ChangeCareVoucherHandler,
    GetCareVouchersHandler,
    ChangeDeathReportHandler,
    GetDeathReportHandler,
  ],
})
export class CivilAffairsModule {
  static on(store: EventStore): DynamicModule {
    return { module: CivilAffairsModule, providers: [{ provide: EVENT_STORE, useValue: store }] }
  }
}
