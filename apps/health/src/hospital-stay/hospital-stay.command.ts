import { Inject } from '@nestjs/common'
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs'
import type { Cause, EventStore, Handled } from '@concord/event-store'
import { hospitalStay, type HospitalStayCommand, type HospitalStayRefusal } from '@concord/health'
import type { PersonId } from '@concord/identity'
import { change, EVENT_STORE } from '@concord/service-kit'
import { hospitalStayCodec } from './hospital-stay.codec.js'

export class ChangeHospitalStay extends Command<Handled<HospitalStayRefusal>> {
  constructor(
    readonly person: PersonId,
    readonly asked: HospitalStayCommand,
    readonly cause: Cause,
  ) {
    super()
  }
}

@CommandHandler(ChangeHospitalStay)
export class ChangeHospitalStayHandler implements ICommandHandler<ChangeHospitalStay> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person, asked, cause }: ChangeHospitalStay): Promise<Handled<HospitalStayRefusal>> {
    return change({ store: this.store, codec: hospitalStayCodec }, hospitalStay, { stream: `hospitalStay-${person}`, cause }, asked)
  }
}
