import { z } from 'zod'
import { hardship, hardshipStatuses } from '@concord/civil-affairs'
import { inSequence } from '@concord/decider'
import { maybe, recordIdOf, recordKind, type RecordKind, wholeNumber } from '@concord/file-import'
import { identityDocument, withBornOn } from '@concord/identity'
import { pastDate } from '@concord/service-kit'
import { careVoucherCodec } from '../care-voucher/care-voucher.codec.js'
import { month } from '../care-voucher/month.js'
import { hardshipCodec } from '../hardship/hardship.codec.js'
import { careVoucher } from '../local-deciders.js'
import { abilityColumns, applicantColumns, applicantOf, withAbility } from './support-columns.js'

const hardshipRecords = recordKind({
  name: 'hardship-statuses',
  zh: '困难身份',
  row: z.object({ document: identityDocument, status: z.enum(hardshipStatuses), on: pastDate, withdrawnOn: maybe(pastDate) }),
  write: ({ status, on, withdrawnOn }, { change }) =>
    change(hardshipCodec, inSequence(hardship), 'hardship', [
      { type: 'RecogniseHardship', status, on },
      ...(withdrawnOn ? [{ type: 'WithdrawHardship', status, on: withdrawnOn } as const] : []),
    ]),
})

const voucherColumns = {
  ...applicantColumns,
  ...abilityColumns,
  voucherId: recordIdOf('civil-affairs/care-vouchers'),
  on: pastDate,
  month,
  fen: wholeNumber.pipe(z.int().positive()),
}

const vouchers = recordKind({
  name: 'care-vouchers',
  zh: '养老服务消费券',
  row: z.object(voucherColumns).transform(withBornOn).transform(withAbility),
  write: (row, { change }) => {
    const { voucherId, on, month, fen, ability } = row
    const command = { type: 'IssueCareVoucher', voucherId, on, month, fen, ability, applicant: applicantOf(row) } as const
    return change(careVoucherCodec, careVoucher, 'careVoucher', command)
  },
})

/** A person's hardship statuses in the order of their dates, and the vouchers. */
export const supportKinds: readonly RecordKind[] = [hardshipRecords, vouchers]
