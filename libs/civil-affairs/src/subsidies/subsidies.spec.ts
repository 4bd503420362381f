import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { repeatsRecordNothing, shareAccepted, specify } from '@concord/specify'
import type { Gbt42195Level, PlainDate } from '@concord/standards'
import type { Applicant } from '../eligibility.js'
import { policyInForce } from '../policy/policy.js'
import type { Claim, SubsidyCommand } from './subsidies.commands.js'
import { subsidies } from './subsidies.decider.js'
import type { StopReason, SubsidyEvent } from './subsidies.events.js'

const decider = subsidies(policyInForce)
const { given } = specify(decider)

describe('a living subsidy for disabled persons', () => {
  it('is granted to a disabled person with the low-income status', () =>
    given()
      .when(grant(first, '2026-03-01', living(4)))
      .records(granted(first, '2026-03-01', living(4))))
  it('is granted to a severely disabled person just above the line, as this place extends it', () =>
    given()
      .when(grant(first, '2026-03-01', living(2), { hardship: 'low-income-margin' }))
      .records(granted(first, '2026-03-01', living(2))))
  it('is not granted just above the line to a mildly disabled person', () =>
    given()
      .when(grant(first, '2026-03-01', living(3), { hardship: 'low-income-margin' }))
      .refuses('not-in-hardship'))
  it('is not granted without a hardship status', () =>
    given()
      .when(grant(first, '2026-03-01', living(1), { hardship: 'none' }))
      .refuses('not-in-hardship'))
  it('is not granted beside destitute support', () =>
    given()
      .when(grant(first, '2026-03-01', living(1), { hardship: 'destitute' }))
      .refuses('destitute-support-covers-it'))
})

describe('a nursing subsidy for severely disabled persons', () => {
  it('is granted with certificate grade 1 or 2, whatever the income', () =>
    given()
      .when(grant(first, '2026-03-01', nursing(2), { hardship: 'none' }))
      .records(granted(first, '2026-03-01', nursing(2))))
  it('is not granted with a milder grade', () =>
    given()
      .when(grant(first, '2026-03-01', nursing(3)))
      .refuses('disability-too-light'))
  it('is granted for a mental component of grade 3 where the place extends it', () =>
    specify(subsidies({ ...policyInForce, disabilityNursing: { ...policyInForce.disabilityNursing, lighterComponents: [mentalThree] } }))
      .given()
      .when(grant(first, '2026-03-01', nursing(3)))
      .records(granted(first, '2026-03-01', nursing(3))))
  it('is not granted without a need for long-term care', () =>
    given()
      .when(grant(first, '2026-03-01', { ...nursing(1), needsLongTermCare: false }))
      .refuses('no-long-term-care-need'))
  it('is not granted beside destitute support', () =>
    given()
      .when(grant(first, '2026-03-01', nursing(1), { hardship: 'destitute' }))
      .refuses('destitute-support-covers-it'))
  it('goes together with the living subsidy', () =>
    given(granted(first, '2026-03-01', living(1)))
      .when(grant(second, '2026-03-01', nursing(1)))
      .records(granted(second, '2026-03-01', nursing(1))))
})

describe('an elder nursing subsidy', () => {
  it('is granted from level 3', () =>
    given()
      .when(grant(first, '2026-03-01', elder(3)))
      .records(granted(first, '2026-03-01', elder(3))))
  it('is not granted below', () =>
    given()
      .when(grant(first, '2026-03-01', elder(2)))
      .refuses('ability-too-good'))
  it('is not granted on an assessment that is not in force', () =>
    given()
      .when(grant(first, '2026-03-01', elder('not-in-force')))
      .refuses('assessment-not-in-force'))
  it("is granted on another agency's finding that is recognised as severe or worse", () =>
    given()
      .when(grant(first, '2026-03-01', recognisedAs('severe-or-worse')))
      .records(granted(first, '2026-03-01', recognisedAs('severe-or-worse'))))
  it('is not granted on one recognised as moderate or worse', () =>
    given()
      .when(grant(first, '2026-03-01', recognisedAs('moderate-or-worse')))
      .refuses('ability-too-good'))
  it('is for persons of sixty and over', () =>
    given()
      .when(grant(first, '2026-03-01', elder(4), { bornOn: '1966-03-02' as PlainDate }))
      .refuses('under-sixty'))
  it('excludes the nursing subsidy where the place decides so', () =>
    specify(
      subsidies({ ...policyInForce, notTogether: { ...policyInForce.notTogether, pairs: [['elder-nursing', 'disability-nursing']] } }),
    )
      .given(granted(first, '2026-03-01', nursing(1)))
      .when(grant(second, '2026-04-01', elder(4)))
      .refuses('subsidies-exclude-each-other'))
})

describe('a subsidy', () => {
  it('is not granted to the dead', () =>
    given()
      .when(grant(first, '2026-03-01', nursing(1), { diedOn: '2026-03-01' as PlainDate }))
      .refuses('person-deceased'))
  it('is granted, recorded late, for a day on which the person lived', () =>
    given()
      .when(grant(first, '2026-03-01', nursing(1), { diedOn: '2026-03-02' as PlainDate }))
      .records(granted(first, '2026-03-01', nursing(1))))
  it('is granted only to who has a file', () =>
    given()
      .when(grant(first, '2026-03-01', nursing(1), { bornOn: 'not-on-file' }))
      .refuses('file-needed'))
  it('is granted once a kind', () =>
    given(granted(first, '2026-03-01', nursing(1)))
      .when(grant(second, '2026-04-01', nursing(1)))
      .refuses('subsidy-granted-already'))
  it('keeps its id to itself', () =>
    given(granted(first, '2026-03-01', nursing(1)))
      .when(grant(first, '2026-03-01', living(1)))
      .refuses('subsidy-id-used'))
  it('is stopped', () =>
    given(granted(first, '2026-03-01', nursing(1)))
      .when(stop(first, '2026-09-01'))
      .records(stopped(first, '2026-09-01', 'disability-nursing')))
  it('is not stopped before it was granted', () =>
    given(granted(first, '2026-03-01', nursing(1)))
      .when(stop(first, '2026-02-28'))
      .refuses('stopped-before-grant'))
  it('is stopped once', () =>
    given(granted(first, '2026-03-01', nursing(1)), stopped(first, '2026-09-01', 'disability-nursing'))
      .when(stop(first, '2026-09-01', 'deceased'))
      .refuses('subsidy-stopped-already'))
  it('is not stopped when nobody granted it', () => given().when(stop(first, '2026-09-01')).refuses('subsidy-unknown'))
  it('is granted anew after it was stopped', () =>
    given(granted(first, '2026-03-01', nursing(1)), stopped(first, '2026-09-01', 'disability-nursing'))
      .when(grant(second, '2026-09-01', nursing(1)))
      .records(granted(second, '2026-09-01', nursing(1))))
  it('is not granted anew for days on which it was paid already', () =>
    given(granted(first, '2026-03-01', nursing(1)), stopped(first, '2026-09-01', 'disability-nursing'))
      .when(grant(second, '2026-08-31', nursing(1)))
      .refuses('granted-before-last-stop'))
})

describe('repeated commands', () => {
  it('record nothing', () => repeatsRecordNothing(decider, commands))
  it('are tried on histories of which a good part is accepted', () => expect(shareAccepted(decider, commands)).toBeGreaterThan(0.3))
})

const idOf = (place: number): string => `00000000-0000-4000-8000-${place.toString().padStart(12, '0')}`
const first = idOf(1)
const second = idOf(2)
const mentalThree = { category: 6, mildestGrade: 3 }

const certificate = (grade: number) => ({ certificateId: idOf(100), grade, components: [{ category: 6, grade }] })
const living = (grade: number) => ({ kind: 'disability-living', certificate: certificate(grade) }) as const
const nursing = (grade: number) => ({ kind: 'disability-nursing', certificate: certificate(grade), needsLongTermCare: true }) as const
const elder = (level: Gbt42195Level | 'not-in-force') =>
  ({ kind: 'elder-nursing', ability: { from: 'own-assessment', findingId: idOf(200), level } }) as const
const recognisedAs = (as: 'moderate-or-worse' | 'severe-or-worse') =>
  ({ kind: 'elder-nursing', ability: { from: 'recognition', findingId: idOf(300), as } }) as const

const grant = (subsidyId: string, on: string, claim: Claim, more: Partial<Applicant> = {}): SubsidyCommand => ({
  type: 'GrantSubsidy',
  subsidyId,
  on: on as PlainDate,
  monthlyFen: 12_100,
  applicant: { bornOn: '1950-06-15' as PlainDate, hardship: 'low-income', ...more },
  claim,
})
const granted = (subsidyId: string, on: string, claim: Claim): SubsidyEvent => ({
  type: 'SubsidyGranted',
  data: {
    subsidyId,
    kind: claim.kind,
    on: on as PlainDate,
    monthlyFen: 12_100,
    restsOn: claim.kind === 'elder-nursing' ? claim.ability.findingId : claim.certificate.certificateId,
  },
})
const stop = (subsidyId: string, on: string, reason: StopReason = 'own-wish'): SubsidyCommand => ({
  type: 'StopSubsidy',
  subsidyId,
  on: on as PlainDate,
  reason,
})
const stopped = (subsidyId: string, on: string, kind: 'disability-nursing'): SubsidyEvent => ({
  type: 'SubsidyStopped',
  data: { subsidyId, on: on as PlainDate, reason: 'own-wish', kind },
})

// The later the id, the later the day: a stop and the next grant of the kind come in turn.
const place = fc.integer({ min: 1, max: 9 })
const claim = fc.constantFrom<Claim[]>(living(1), nursing(1), nursing(2), elder(3), elder(4), recognisedAs('severe-or-worse'))
const commands = fc.oneof(
  fc.tuple(place, claim).map(([place, claim]) => grant(idOf(place), `2026-0${place}-01`, claim)),
  fc.tuple(place, fc.constantFrom('20', '21')).map(([place, day]) => stop(idOf(place), `2026-0${place}-${day}`)),
)
