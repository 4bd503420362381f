import { z } from 'zod'
import { recordIdOf, recordKind, type RecordKind, wholeNumber } from '@concord/file-import'
import { benefit, type BenefitCommand, careForms, endingReasons, pausingReasons } from '@concord/healthcare-security'
import { identityDocument } from '@concord/identity'
import { pastDate } from '@concord/service-kit'
import { plainDate } from '@concord/standards'
import { benefitCodec } from '../benefit/benefit.codec.js'

const about = { document: identityDocument, benefitId: recordIdOf('healthcare-security/benefits'), on: pastDate }

/** What the agency paid on, as its file says; the rules then ask whether it may. */
const basis = {
  restsOn: recordIdOf('healthcare-security/ltci-conclusions'),
  grade: wholeNumber.pipe(z.int().min(0).max(5)),
  effectiveFrom: plainDate,
  validUntil: plainDate,
}

const step = z.discriminatedUnion('step', [
  z.object({ ...about, ...basis, step: z.literal('start'), form: z.enum(careForms) }),
  z.object({ ...about, step: z.literal('pause'), reason: z.enum(pausingReasons) }),
  z.object({ ...about, ...basis, step: z.literal('resume') }),
  z.object({ ...about, step: z.literal('end'), reason: z.enum(endingReasons) }),
])

type Row = z.infer<typeof step>

const commandOf = (row: Row): BenefitCommand => {
  const { benefitId, on } = row
  switch (row.step) {
    case 'start':
      return { type: 'StartBenefit', benefitId, on, form: row.form, restsOn: row.restsOn, ...entitlement(row) }
    case 'pause':
      return { type: 'PauseBenefit', benefitId, on, reason: row.reason }
    case 'resume':
      return { type: 'ResumeBenefit', benefitId, on, ...entitlement(row) }
    case 'end':
      return { type: 'EndBenefit', benefitId, on, reason: row.reason }
  }
}

const entitlement = ({ restsOn, grade, effectiveFrom, validUntil }: Extract<Row, { grade: number }>) => ({
  insured: true,
  conclusion: { assessmentId: restsOn, grade, effectiveFrom, validUntil },
})

const benefits = recordKind({
  name: 'benefits',
  zh: '待遇变更流水',
  row: step,
  write: (row, { change }) => change(benefitCodec, benefit, 'benefit', commandOf(row)),
})

/** Starts, pauses, resumptions and ends in one file: each person's in their order. */
export const benefitKinds: readonly RecordKind[] = [benefits]
