import type { DynamicModule } from '@nestjs/common'
import type { ContextName, PublishedEvent } from '@concord/contracts'
import type { EventStore, RecordedEvent } from '@concord/event-store'
import { CivilAffairsModule } from '../../../civil-affairs/src/civil-affairs.module.js'
import { toPublishedEvent as fromCivilAffairs } from '../../../civil-affairs/src/publishing/to-published-event.js'
import { DisabledPersonsFederationModule } from '../../../disabled-persons-federation/src/disabled-persons-federation.module.js'
import { toPublishedEvent as fromDisabledPersonsFederation } from '../../../disabled-persons-federation/src/publishing/to-published-event.js'
import { HealthModule } from '../../../health/src/health.module.js'
import { toPublishedEvent as fromHealth } from '../../../health/src/publishing/to-published-event.js'
import { HealthcareSecurityModule } from '../../../healthcare-security/src/healthcare-security.module.js'
import { toPublishedEvent as fromHealthcareSecurity } from '../../../healthcare-security/src/publishing/to-published-event.js'

/** What the platform needs of a context to run it beside the others. */
export interface CityContext {
  /** PostgreSQL schema of its own; nobody else reads it. */
  readonly schema: string
  readonly moduleOn: (store: EventStore) => DynamicModule
  readonly toPublishedEvent: (event: RecordedEvent) => PublishedEvent | undefined
}

export const cityContexts: Readonly<Record<ContextName, CityContext>> = {
  'healthcare-security': {
    schema: 'healthcare_security',
    moduleOn: (store) => HealthcareSecurityModule.on(store),
    toPublishedEvent: fromHealthcareSecurity,
  },
  'civil-affairs': { schema: 'civil_affairs', moduleOn: (store) => CivilAffairsModule.on(store), toPublishedEvent: fromCivilAffairs },
  'disabled-persons-federation': {
    schema: 'disabled_persons_federation',
    moduleOn: (store) => DisabledPersonsFederationModule.on(store),
    toPublishedEvent: fromDisabledPersonsFederation,
  },
  health: { schema: 'health', moduleOn: (store) => HealthModule.on(store), toPublishedEvent: fromHealth },
}
