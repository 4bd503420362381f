import type { CivilAffairsEvent } from '@concord/contracts'
import { addDays, addMonths, plainDate, type PlainDate } from '@concord/standards'
import type { Benefit } from './circumstance.js'
import { annul, begin, end, mark, undo, type DataOf, type Meaning, type Statement } from './statement.js'

/** What each event of 民政 says. */
export const civilAffairsFacts: Meaning<CivilAffairsEvent['type']> = {
  CivilAffairsFileOpened: ({ on, bornOn, householdRegion, residenceRegion }) => [
    { says: 'born', on: bornOn },
    begin(on, { kind: 'household-region', key: 'civil-affairs', region: householdRegion }),
    begin(on, { kind: 'residence-region', key: 'civil-affairs', region: residenceRegion }),
  ],
  ResidenceMoved: ({ on, residenceRegion }) => [begin(on, { kind: 'residence-region', key: 'civil-affairs', region: residenceRegion })],
  ElderAbilityAssessed: (data) => [assessed(data)],
  AbilityReviewRequested: ({ assessmentId, on }) => [mark(assessmentId, 'disputed', on)],
  AbilityAssessmentRevoked: ({ assessmentId, on, reason }) => [(reason === 'fraud' ? annul : mark)(assessmentId, 'revoked', on)],
  HardshipRecognised: ({ status, on }) => [begin(on, { kind: 'hardship', key: status, status })],
  HardshipWithdrawn: ({ status, on }) => [end(on, 'hardship', status)],
  DisabilityLivingSubsidyGranted: (data) => [granted('disability-living-subsidy', data)],
  DisabilityLivingSubsidyStopped: ({ subsidyId, on }) => [end(on, 'benefit', subsidyId)],
  DisabilityNursingSubsidyGranted: (data) => [granted('disability-nursing-subsidy', data)],
  DisabilityNursingSubsidyStopped: ({ subsidyId, on }) => [end(on, 'benefit', subsidyId)],
  ElderNursingSubsidyGranted: (data) => [granted('elder-nursing-subsidy', data)],
  ElderNursingSubsidyStopped: ({ subsidyId, on }) => [end(on, 'benefit', subsidyId)],
  CareVoucherIssued: ({ voucherId, on, month, fen, restsOn }) => [
    {
      says: 'began',
      on,
      until: lastOf(month),
      situation: { kind: 'benefit', key: voucherId, benefit: 'elder-care-voucher', monthlyFen: fen, ...resting(restsOn) },
    },
  ],
  DeathReported: ({ diedOn }) => [begin(diedOn, { kind: 'death', key: 'civil-affairs' })],
  DeathReportWithdrawn: () => [undo('death', 'civil-affairs')],
}

const resting = (restsOn: string | undefined): { readonly restsOn?: string } => (restsOn === undefined ? {} : { restsOn })

const lastOf = (month: string): PlainDate => addDays(addMonths(plainDate.parse(`${month}-01`), 1), -1)

const granted = (benefit: Benefit, { subsidyId, on, monthlyFen, restsOn }: DataOf['ElderNursingSubsidyGranted']): Statement =>
  begin(on, { kind: 'benefit', key: subsidyId, benefit, monthlyFen, ...resting(restsOn) })

const assessed = (data: DataOf['ElderAbilityAssessed']): Statement => ({
  says: 'determined',
  determination: {
    standard: data.standard,
    record: data.assessmentId,
    grade: data.level,
    scores: { total: data.total, preliminary: data.preliminary },
    items: data.items,
    components: [],
    determinedOn: data.determinedOn,
    effectiveFrom: data.effectiveFrom,
    validUntil: data.validUntil,
    institution: data.institution,
    assessors: data.assessors,
    ...(data.replaces === undefined ? {} : { replaces: data.replaces }),
  },
})
