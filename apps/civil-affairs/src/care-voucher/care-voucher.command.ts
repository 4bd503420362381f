import { Inject } from '@nestjs/common'
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs'
import type { CareVoucherCommand, CareVoucherRefusal } from '@concord/civil-affairs'
import type { Cause, EventStore, Handled } from '@concord/event-store'
import type { PersonId } from '@concord/identity'
import { change, EVENT_STORE } from '@concord/service-kit'
import { abilityOn, applicantOn, type NamedAbility } from '../applicant/applicant.js'
import { careVoucher } from '../local-deciders.js'
import { careVoucherCodec } from './care-voucher.codec.js'

export class ChangeCareVoucher extends Command<Handled<CareVoucherRefusal>> {
  constructor(
    readonly person: PersonId,
    /** What the caller says; what our own records know is added here. */
    readonly asked: Omit<CareVoucherCommand, 'applicant' | 'ability'> & { readonly ability: NamedAbility },
    readonly cause: Cause,
  ) {
    super()
  }
}

@CommandHandler(ChangeCareVoucher)
export class ChangeCareVoucherHandler implements ICommandHandler<ChangeCareVoucher> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  async execute({ person, asked, cause }: ChangeCareVoucher): Promise<Handled<CareVoucherRefusal>> {
    const applicant = await applicantOn(this.store, person, asked.on)
    const ability = await abilityOn(this.store, person, asked.ability, asked.on)
    const memory = { store: this.store, codec: careVoucherCodec }
    return change(memory, careVoucher, { stream: `careVoucher-${person}`, cause }, { ...asked, applicant, ability })
  }
}
