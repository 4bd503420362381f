import { Module } from '@nestjs/common'
import { EntriesController } from './entries/entries.controller.js'
import { FindEntriesHandler } from './entries/find-entries.query.js'

/** The auditor's view of the trail, whose port the platform provides. */
@Module({ controllers: [EntriesController], providers: [FindEntriesHandler] })
export class AuditModule {}
