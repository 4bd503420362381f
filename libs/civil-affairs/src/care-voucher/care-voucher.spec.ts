import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { repeatsRecordNothing, shareAccepted, specify } from '@concord/specify'
import type { Gbt42195Level, PlainDate } from '@concord/standards'
import type { AbilityBasis, Applicant } from '../eligibility.js'
import { policyInForce } from '../policy/policy.js'
import type { CareVoucherCommand } from './care-voucher.commands.js'
import { careVoucher } from './care-voucher.decider.js'
import type { CareVoucher, CareVoucherEvent } from './care-voucher.events.js'

const decider = careVoucher(policyInForce.careVoucher)
const { given } = specify(decider)

describe('a care voucher', () => {
  it('is issued for a month from level 2', () => given().when(issue(first, '2026-03')).records(issued(first, '2026-03')))
  it('is not issued below level 2', () =>
    given()
      .when(issue(first, '2026-03', { ability: level(1) }))
      .refuses('ability-too-good'))
  it("is issued on another agency's finding that is recognised as moderate or worse", () =>
    given()
      .when(issue(first, '2026-03', { ability: recognised }))
      .records(issued(first, '2026-03', { restsOn: idOf(300) })))
  it('is for persons of sixty and over', () =>
    given()
      .when(issue(first, '2026-03', { applicant: person({ bornOn: '1966-03-21' as PlainDate }) }))
      .refuses('under-sixty'))
  it('is not issued beside destitute support', () =>
    given()
      .when(issue(first, '2026-03', { applicant: person({ hardship: 'destitute' }) }))
      .refuses('destitute-support-covers-it'))
  it('is not issued to the dead', () =>
    given()
      .when(issue(first, '2026-03', { applicant: person({ diedOn: '2026-03-19' as PlainDate }) }))
      .refuses('person-deceased'))
  it('is not issued on an assessment that is not in force', () =>
    given()
      .when(issue(first, '2026-03', { ability: level('not-in-force') }))
      .refuses('assessment-not-in-force'))
  it('is worth 800 yuan', () =>
    given()
      .when(issue(first, '2026-03', { fen: 80_000 }))
      .records(issued(first, '2026-03', { fen: 80_000 })))
  it('is worth no more', () =>
    given()
      .when(issue(first, '2026-03', { fen: 80_001 }))
      .refuses('voucher-amount-too-high'))
  it('is issued once a month', () => given(issued(first, '2026-03')).when(issue(second, '2026-03')).refuses('voucher-issued-for-month'))
  it('is issued again for the next month', () =>
    given(issued(first, '2026-03')).when(issue(second, '2026-04')).records(issued(second, '2026-04')))
  it('is not issued before its month begins', () =>
    given()
      .when(issue(first, '2026-04', { on: '2026-03-31' as PlainDate }))
      .refuses('voucher-month-not-begun'))
  it('keeps its id to itself', () => given(issued(first, '2026-03')).when(issue(first, '2026-04')).refuses('voucher-id-used'))
})

describe('repeated commands', () => {
  it('record nothing', () => repeatsRecordNothing(decider, commands))
  it('are tried on histories of which a good part is accepted', () => expect(shareAccepted(decider, commands)).toBeGreaterThan(0.3))
})

const idOf = (place: number): string => `00000000-0000-4000-8000-${place.toString().padStart(12, '0')}`
const first = idOf(1)
const second = idOf(2)

const level = (level: Gbt42195Level | 'not-in-force'): AbilityBasis => ({ from: 'own-assessment', findingId: idOf(200), level })
const recognised: AbilityBasis = { from: 'recognition', findingId: idOf(300), as: 'moderate-or-worse' }

type Asked = Partial<CareVoucherCommand>

const issue = (voucherId: string, month: string, more: Asked = {}): CareVoucherCommand => ({
  type: 'IssueCareVoucher',
  voucherId,
  on: `${month}-20` as PlainDate,
  month,
  fen: 50_000,
  applicant: person(),
  ability: level(2),
  ...more,
})
const person = (more: Partial<Applicant> = {}): Applicant => ({ bornOn: '1950-06-15' as PlainDate, hardship: 'none', ...more })
const issued = (voucherId: string, month: string, more: Partial<CareVoucher> = {}): CareVoucherEvent => ({
  type: 'CareVoucherIssued',
  data: { voucherId, on: `${month}-20` as PlainDate, month, fen: 50_000, restsOn: idOf(200), ...more },
})

const commands = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 0, max: 9 }), fc.constantFrom<Gbt42195Level>(0, 2, 3, 4))
  .map(([month, chance, ability]) =>
    issue(idOf(chance === 0 ? 1 : month), `2026-${month.toString().padStart(2, '0')}`, { ability: level(ability) }),
  )
