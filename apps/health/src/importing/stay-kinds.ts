import { z } from 'zod'
import { inSequence } from '@concord/decider'
import { maybe, recordIdOf, recordKind, type RecordKind } from '@concord/file-import'
import { closingReasons, homeSickbed, hospitalStay } from '@concord/health'
import { identityDocument } from '@concord/identity'
import { pastDate } from '@concord/service-kit'
import { institutionCode } from '@concord/standards'
import { homeSickbedCodec } from '../home-sickbed/home-sickbed.codec.js'
import { hospitalStayCodec } from '../hospital-stay/hospital-stay.codec.js'

const hospitalStays = recordKind({
  name: 'hospital-stays',
  zh: '住院记录',
  row: z.object({
    document: identityDocument,
    stayId: recordIdOf('health/hospital-stays'),
    on: pastDate,
    institution: institutionCode,
    dischargedOn: maybe(pastDate),
  }),
  write: ({ stayId, on, institution, dischargedOn }, { change }) =>
    change(hospitalStayCodec, inSequence(hospitalStay), 'hospitalStay', [
      { type: 'AdmitToHospital', stayId, on, institution },
      ...(dischargedOn ? [{ type: 'DischargeFromHospital', stayId, on: dischargedOn } as const] : []),
    ]),
})

const homeSickbeds = recordKind({
  name: 'home-sickbeds',
  zh: '家庭病床记录',
  row: z
    .object({
      document: identityDocument,
      on: pastDate,
      institution: institutionCode,
      closedOn: maybe(pastDate),
      closingReason: maybe(z.enum(closingReasons)),
    })
    .refine(({ closedOn, closingReason }) => (closedOn === undefined) === (closingReason === undefined), {
      path: ['closingReason'],
      message: 'a closed bed has both closedOn and closingReason, an open one neither 撤床日期与撤床原因须同时填写',
    }),
  write: ({ on, institution, closedOn, closingReason }, { change }) =>
    change(homeSickbedCodec, inSequence(homeSickbed), 'homeSickbed', [
      { type: 'OpenHomeSickbed', on, institution },
      ...(closedOn && closingReason ? [{ type: 'CloseHomeSickbed', on: closedOn, reason: closingReason } as const] : []),
    ]),
})

/** Where a person is cared for; a person's stays and beds in their order, the last one maybe not over. */
export const stayKinds: readonly RecordKind[] = [hospitalStays, homeSickbeds]
