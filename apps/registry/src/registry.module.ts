import { type DynamicModule, Module } from '@nestjs/common'
import type { WaitFor } from '@concord/projections'
import type { Agreement } from '@concord/recognition'
import { AGREEMENTS } from './disclosing/purposes.js'
import { FACTS, storedFacts } from './facts/facts.js'
import { FeedController } from './feed/feed.controller.js'
import { ReadFeedHandler } from './feed/read-feed.query.js'
import { HistoryController } from './history/history.controller.js'
import { TellHistoryHandler } from './history/history.query.js'
import { LookupController } from './lookups/lookup.controller.js'
import { AnswerLookupsHandler } from './lookups/lookup.query.js'
import { IdentifyController } from './persons/identify.controller.js'
import { REGISTRY_TABLES, type RegistryTables } from './tables/registry-tables.js'

/** 互认登记库: answers from its own tables, under the agreements in force. */
@Module({
  controllers: [LookupController, HistoryController, FeedController, IdentifyController],
  providers: [AnswerLookupsHandler, TellHistoryHandler, ReadFeedHandler],
})
export class RegistryModule {
  static on(tables: RegistryTables, agreements: readonly Agreement[], waitFor: WaitFor): DynamicModule {
    return {
      module: RegistryModule,
      providers: [
        { provide: REGISTRY_TABLES, useValue: tables },
        { provide: AGREEMENTS, useValue: agreements },
        { provide: FACTS, useValue: storedFacts(tables.database, tables.schema, waitFor) },
      ],
    }
  }
}
