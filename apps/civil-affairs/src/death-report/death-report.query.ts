import { Inject } from '@nestjs/common'
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs'
import { deathReport, type DeathReport } from '@concord/civil-affairs'
import { currentState, type EventStore } from '@concord/event-store'
import type { PersonId } from '@concord/identity'
import { EVENT_STORE } from '@concord/service-kit'
import { deathReportCodec } from './death-report.codec.js'

export class GetDeathReport extends Query<DeathReport> {
  constructor(readonly person: PersonId) {
    super()
  }
}

@QueryHandler(GetDeathReport)
export class GetDeathReportHandler implements IQueryHandler<GetDeathReport> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person }: GetDeathReport): Promise<DeathReport> {
    return currentState({ store: this.store, codec: deathReportCodec }, deathReport, `deathReport-${person}`)
  }
}
