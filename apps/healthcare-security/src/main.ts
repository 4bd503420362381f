import 'reflect-metadata'
import { runContext } from '@concord/service-host'
import { HealthcareSecurityModule } from './healthcare-security.module.js'
import { toPublishedEvent } from './publishing/to-published-event.js'

await runContext({ name: 'healthcare-security', moduleOn: (store) => HealthcareSecurityModule.on(store), toPublishedEvent })
