import 'reflect-metadata'
import { runContext } from '@concord/service-host'
import { CivilAffairsModule } from './civil-affairs.module.js'
import { toPublishedEvent } from './publishing/to-published-event.js'

await runContext({ name: 'civil-affairs', moduleOn: (store) => CivilAffairsModule.on(store), toPublishedEvent })
