import { z } from 'zod'
import { type Claim, stopReasons, type SubsidyCommand } from '@concord/civil-affairs'
import { inSequence } from '@concord/decider'
import { flag, maybe, recordIdOf, recordKind, type RecordKind, wholeNumber } from '@concord/file-import'
import { plainDate, type PlainDate } from '@concord/standards'
import { subsidies } from '../local-deciders.js'
import { subsidiesCodec } from '../subsidies/subsidies.codec.js'
import { withBornOn } from '@concord/identity'
import { abilityColumns, applicantColumns, applicantOf, certificateColumns, certificateOf, withAbility } from './support-columns.js'

const grantColumns = {
  ...applicantColumns,
  subsidyId: recordIdOf('civil-affairs/subsidies'),
  on: plainDate,
  monthlyFen: wholeNumber.pipe(z.int().positive()),
  stoppedOn: maybe(plainDate),
  stopReason: maybe(z.enum(stopReasons)),
}

type GrantRow = z.infer<z.ZodObject<typeof grantColumns>> & { readonly bornOn: PlainDate }

const stopIsWhole = ({ stoppedOn, stopReason }: Pick<GrantRow, 'stoppedOn' | 'stopReason'>): boolean =>
  (stoppedOn === undefined) === (stopReason === undefined)

const halfAStop = {
  path: ['stopReason'],
  message: 'a stopped subsidy has both stoppedOn and stopReason, one in payment neither 停发日期与停发原因须同时填写',
}

/** The grant, and its stop when the row tells one. */
const asked = (row: GrantRow, claim: Claim): readonly SubsidyCommand[] => {
  const { subsidyId, on, monthlyFen, stoppedOn, stopReason } = row
  const grant = { type: 'GrantSubsidy', subsidyId, on, monthlyFen, applicant: applicantOf(row), claim } as const
  return stoppedOn && stopReason ? [grant, { type: 'StopSubsidy', subsidyId, on: stoppedOn, reason: stopReason }] : [grant]
}

const living = recordKind({
  name: 'disability-living-subsidies',
  zh: '困难残疾人生活补贴',
  row: z
    .object({ ...grantColumns, ...certificateColumns })
    .refine(stopIsWhole, halfAStop)
    .transform(withBornOn),
  write: (row, { change }) =>
    change(subsidiesCodec, inSequence(subsidies), 'subsidies', asked(row, { kind: 'disability-living', certificate: certificateOf(row) })),
})

const nursing = recordKind({
  name: 'disability-nursing-subsidies',
  zh: '重度残疾人护理补贴',
  row: z
    .object({ ...grantColumns, ...certificateColumns, needsLongTermCare: flag })
    .refine(stopIsWhole, halfAStop)
    .transform(withBornOn),
  write: (row, { change }) => {
    const { needsLongTermCare } = row
    const claim = { kind: 'disability-nursing', certificate: certificateOf(row), needsLongTermCare } as const
    return change(subsidiesCodec, inSequence(subsidies), 'subsidies', asked(row, claim))
  },
})

const elderNursing = recordKind({
  name: 'elder-nursing-subsidies',
  zh: '失能护理补贴',
  row: z
    .object({ ...grantColumns, ...abilityColumns })
    .refine(stopIsWhole, halfAStop)
    .transform(withBornOn)
    .transform(withAbility),
  write: (row, { change }) =>
    change(subsidiesCodec, inSequence(subsidies), 'subsidies', asked(row, { kind: 'elder-nursing', ability: row.ability })),
})

/** A row is a grant, with its stop once it has one: the same row with a stop added stops it. */
export const subsidyKinds: readonly RecordKind[] = [living, nursing, elderNursing]
