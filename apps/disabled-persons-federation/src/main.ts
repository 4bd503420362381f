import 'reflect-metadata'
import { runContext } from '@concord/service-host'
import { DisabledPersonsFederationModule } from './disabled-persons-federation.module.js'
import { toPublishedEvent } from './publishing/to-published-event.js'

await runContext({ name: 'disabled-persons-federation', moduleOn: (store) => DisabledPersonsFederationModule.on(store), toPublishedEvent })
