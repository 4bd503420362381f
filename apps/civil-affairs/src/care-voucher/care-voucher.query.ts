import { Inject } from '@nestjs/common'
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs'
import type { CareVouchers } from '@concord/civil-affairs'
import { currentState, type EventStore } from '@concord/event-store'
import type { PersonId } from '@concord/identity'
import { EVENT_STORE } from '@concord/service-kit'
import { careVoucher } from '../local-deciders.js'
import { careVoucherCodec } from './care-voucher.codec.js'

export class GetCareVouchers extends Query<CareVouchers> {
  constructor(readonly person: PersonId) {
    super()
  }
}

@QueryHandler(GetCareVouchers)
export class GetCareVouchersHandler implements IQueryHandler<GetCareVouchers> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  execute({ person }: GetCareVouchers): Promise<CareVouchers> {
    return currentState({ store: this.store, codec: careVoucherCodec }, careVoucher, `careVoucher-${person}`)
  }
}
