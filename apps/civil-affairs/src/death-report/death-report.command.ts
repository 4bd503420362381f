import { Inject } from '@nestjs/common'
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs'
import { deathReport, type DeathReportCommand, type DeathReportRefusal } from '@concord/civil-affairs'
import type { Cause, EventStore, Handled } from '@concord/event-store'
import type { PersonId } from '@concord/identity'
import { change, EVENT_STORE } from '@concord/service-kit'
import { deathReportCodec } from './death-report.codec.js'

export class ChangeDeathReport extends Command<Handled<DeathReportRefusal>> {
  constructor(
    readonly person: PersonId,
    readonly asked: DeathReportCommand,
    readonly cause: Cause,
  ) {
    super()
  }
}

@CommandHandler(ChangeDeathReport)
export class ChangeDeathReportHandler implements ICommandHandler<ChangeDeathReport> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person, asked, cause }: ChangeDeathReport): Promise<Handled<DeathReportRefusal>> {
    return change({ store: this.store, codec: deathReportCodec }, deathReport, { stream: `deathReport-${person}`, cause }, asked)
  }
}
