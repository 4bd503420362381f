import 'reflect-metadata'
import { runContext } from '@concord/service-host'
import { HealthModule } from './health.module.js'
import { toPublishedEvent } from './publishing/to-published-event.js'

await runContext({ name: 'health', moduleOn: (store) => HealthModule.on(store), toPublishedEvent })
