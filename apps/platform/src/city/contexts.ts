import type { DynamicModule } from '@nestjs/common'
import { type ContextName, contextName, type PublishedEvent } from '@concord/contracts'
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
  readonly moduleOn: (store: EventStore) => DynamicModule
  readonly toPublishedEvent: (event: RecordedEvent) => PublishedEvent | undefined
}

export const cityContexts: Readonly<Record<ContextName, CityContext>> = {
  'healthcare-security': {
    moduleOn: (store) => HealthcareSecurityModule.on(store),
    toPublishedEvent: fromHealthcareSecurity,
  },
  'civil-affairs': { moduleOn: (store) => CivilAffairsModule.on(store), toPublishedEvent: fromCivilAffairs },
  'disabled-persons-federation': {
    moduleOn: (store) => DisabledPersonsFederationModule.on(store),
    toPublishedEvent: fromDisabledPersonsFederation,
  },
  health: { moduleOn: (store) => HealthModule.on(store), toPublishedEvent: fromHealth },
}

export const forEachContext = async <Part>(make: (name: ContextName) => Promise<Part>): Promise<Record<ContextName, Part>> => {
  const parts = await Promise.all(contextName.options.map(async (name) => [name, await make(name)] as const))
  return Object.fromEntries(parts) as Record<ContextName, Part>
}
