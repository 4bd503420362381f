import { type DynamicModule, Module } from '@nestjs/common'
import type { EventStore } from '@concord/event-store'
import { EVENT_STORE } from '@concord/service-kit'
import { ChangeComaHandler } from './coma/coma.command.js'
import { ComaController } from './coma/coma.controller.js'
import { GetComaHandler } from './coma/coma.query.js'
import { ChangeDeathCertificateHandler } from './death-certificate/death-certificate.command.js'
import { DeathCertificateController } from './death-certificate/death-certificate.controller.js'
import { GetDeathCertificateHandler } from './death-certificate/death-certificate.query.js'
import { ChangeDiagnosesHandler } from './diagnoses/diagnoses.command.js'
import { DiagnosesController } from './diagnoses/diagnoses.controller.js'
import { GetDiagnosesHandler } from './diagnoses/diagnoses.query.js'
import { ChangeFallsHandler } from './falls/falls.command.js'
import { FallsController } from './falls/falls.controller.js'
import { GetFallsHandler } from './falls/falls.query.js'
import { ChangeHealthAssessmentHandler } from './health-assessment/health-assessment.command.js'
import { HealthAssessmentController } from './health-assessment/health-assessment.controller.js'
import { GetHealthAssessmentsHandler } from './health-assessment/health-assessment.query.js'
import { ChangeHealthRecordHandler } from './health-record/health-record.command.js'
import { HealthRecordController } from './health-record/health-record.controller.js'
import { GetHealthRecordHandler } from './health-record/health-record.query.js'
import { ChangeHomeSickbedHandler } from './home-sickbed/home-sickbed.command.js'
import { HomeSickbedController } from './home-sickbed/home-sickbed.controller.js'
import { GetHomeSickbedHandler } from './home-sickbed/home-sickbed.query.js'
import { ChangeHospitalStayHandler } from './hospital-stay/hospital-stay.command.js'
import { HospitalStayController } from './hospital-stay/hospital-stay.controller.js'
import { GetHospitalStayHandler } from './hospital-stay/hospital-stay.query.js'

/** 卫健: its HTTP API on its own events. */
@Module({
  controllers: [
    HealthRecordController,
    HealthAssessmentController,
    DiagnosesController,
    ComaController,
    FallsController,
    HospitalStayController,
    HomeSickbedController,
    DeathCertificateController,
  ],
  providers: [
    ChangeHealthRecordHandler,
    GetHealthRecordHandler,
    ChangeHealthAssessmentHandler,
    GetHealthAssessmentsHandler,
    ChangeDiagnosesHandler,
    GetDiagnosesHandler,
    ChangeComaHandler,
    GetComaHandler,
    ChangeFallsHandler,
    GetFallsHandler,
    ChangeHospitalStayHandler,
    GetHospitalStayHandler,
    ChangeHomeSickbedHandler,
    GetHomeSickbedHandler,
    ChangeDeathCertificateHandler,
    GetDeathCertificateHandler,
  ],
})
export class HealthModule {
  static on(store: EventStore): DynamicModule {
    return { module: HealthModule, providers: [{ provide: EVENT_STORE, useValue: store }] }
  }
}
