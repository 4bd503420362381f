import type { CareVoucherEvent } from '@concord/civil-affairs'
import { asStored, codecOf } from '@concord/event-store'

export const careVoucherNames = { CareVoucherIssued: asStored }
export const careVoucherCodec = codecOf<CareVoucherEvent>(careVoucherNames)
