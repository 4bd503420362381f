import { z } from 'zod'
import { region } from '@concord/contracts'
import { maybe, recordKind, type RecordKind } from '@concord/file-import'
import { enrolment, type EnrolmentCommand, insurances } from '@concord/healthcare-security'
import { identityDocument } from '@concord/identity'
import { pastDate } from '@concord/service-kit'
import { enrolmentCodec } from '../enrolment/enrolment.codec.js'

const about = { document: identityDocument, on: pastDate }

const step = z.discriminatedUnion('step', [
  z.object({
    ...about,
    step: z.literal('enrol'),
    bornOn: maybe(pastDate).describe('Only for documents that do not tell it'),
    insuredRegion: region,
    insurance: z.enum(insurances),
  }),
  z.object({ ...about, step: z.literal('transfer'), insuredRegion: region }),
  z.object({ ...about, step: z.literal('lapse') }),
])

const commandOf = (row: z.infer<typeof step>, context: z.RefinementCtx): EnrolmentCommand => {
  const { on } = row
  if (row.step === 'lapse') return { type: 'LapseInsurance', on }
  if (row.step === 'transfer') return { type: 'TransferInsurance', on, insuredRegion: row.insuredRegion }
  const bornOn = row.document.bornOn ?? row.bornOn
  if (bornOn) return { type: 'Enrol', on, bornOn, insuredRegion: row.insuredRegion, insurance: row.insurance }
  context.addIssue({ code: 'custom', path: ['bornOn'], message: 'the document does not tell the date of birth 证件号码不含出生日期' })
  return z.NEVER
}

const insurance = recordKind({
  name: 'insurance',
  zh: '参保变更流水',
  row: step.transform((row, context) => ({ document: row.document, command: commandOf(row, context) })),
  write: ({ command }, { change }) => change(enrolmentCodec, enrolment, 'enrolment', command),
})

/** Enrolments, transfers and lapses in one file: each person's in their order. */
export const insuranceKinds: readonly RecordKind[] = [insurance]
