import { type DynamicModule, Module } from '@nestjs/common'
import type { EventStore } from '@concord/event-store'
import { EVENT_STORE } from '@concord/service-kit'
import { ApplicationController } from './certificate/application.controller.js'
import { CardController } from './certificate/card.controller.js'
import { ChangeCertificateHandler } from './certificate/certificate.command.js'
import { CertificateController } from './certificate/certificate.controller.js'
import { GetCertificateHandler } from './certificate/certificate.query.js'
import { DisputeController } from './certificate/dispute.controller.js'

/** 残联: its HTTP API on its own events. */
@Module({
  controllers: [CertificateController, ApplicationController, CardController, DisputeController],
  providers: [ChangeCertificateHandler, GetCertificateHandler],
})
export class DisabledPersonsFederationModule {
  static on(store: EventStore): DynamicModule {
    return { module: DisabledPersonsFederationModule, providers: [{ provide: EVENT_STORE, useValue: store }] }
  }
}
