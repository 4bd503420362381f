import { describe, expect, it } from '@jest/globals'
import { institutionCode, plainDate } from '@concord/standards'
import { givenUnder, withRule } from '../../testing/asking.js'
import * as tell from '../../testing/told.js'
import type { Agreement } from '../agreements/agreement.js'
import type { Conditions } from '../agreements/conditions.js'
import type { Telling } from '../../testing/told.js'

const on = '2026-03-01'
const concluded = tell.ltcConcluded({ on: '2026-01-10', until: '2028-01-10' })

/** A person with an LTCI conclusion, asked under a rule with these conditions. */
const under = (conditions: Conditions, lists: Agreement['lists'] = {}) => ({
  person: (...tellings: readonly Telling[]) => ({
    meets: (asOf = on, until = '2028-01-10') =>
      givenUnder(withRule({ conditions }, lists), concluded, ...tellings)
        .asking('elder-nursing-subsidy', asOf)
        .recognises('severe-or-worse', until),
    misses: (asOf = on) => {
      const [name] = Object.keys(conditions) as (keyof Conditions)[]
      if (name !== undefined)
        givenUnder(withRule({ conditions }, lists), concluded, ...tellings)
          .asking('elder-nursing-subsidy', asOf)
          .is('not-met', name)
    },
  }),
})

describe('a condition of a rule', () => {
  it('minAge counts completed years on the date, and nobody without a birth date', () => {
    const sixty = under({ minAge: 60 })
    sixty.person(tell.enrolled('2026-01-01', '1966-03-02')).misses('2026-03-01')
    sixty.person(tell.enrolled('2026-01-01', '1966-03-02')).meets('2026-03-02')
    sixty.person().misses()
  })
  it('minAge believes the birth date that was recorded last', () =>
    under({ minAge: 60 }).person(tell.enrolled('2026-01-01', '1996-03-02'), tell.fileOpened('2026-01-02', '1936-03-02')).meets())
  it('notOlderThanMonths bounds the recognition too', () => {
    under({ notOlderThanMonths: 6 }).person().meets('2026-07-10', '2026-07-10')
    under({ notOlderThanMonths: 6 }).person().misses('2026-07-11')
  })
  it('publicised asks for the notice of that very record', () => {
    under({ publicised: true })
      .person(tell.ltcPublicised({ on: '2026-01-05' }))
      .meets()
    under({ publicised: true })
      .person(tell.evaluationPublicised({ on: '2026-01-05' }))
      .misses()
  })
  it('noOpenDispute looks at every scheme', () => {
    const dispute = [tell.certificateIssued({ on: '2026-01-20' }), tell.certificateDisputed('2026-02-20')]
    under({ noOpenDispute: true })
      .person(...dispute)
      .misses()
    under({ noOpenDispute: true })
      .person(...dispute)
      .meets('2026-02-01', '2026-02-19')
  })
  it('assessorsInJointPool needs every assessor on the list, and a list', () => {
    under({ assessorsInJointPool: true }, { jointPool: ['XM-001', 'XM-002'] })
      .person()
      .meets()
    under({ assessorsInJointPool: true }, { jointPool: ['XM-001'] })
      .person()
      .misses()
    under({ assessorsInJointPool: true }).person().misses()
  })
  it('institutionContracted looks at the day of the determination', () => {
    const until = (last: string) => ({
      contractedInstitutions: [
        { institution: institutionCode.parse(tell.hospital), from: plainDate.parse('2025-01-01'), until: plainDate.parse(last) },
      ],
    })
    under({ institutionContracted: true }, until('2026-01-10')).person().meets()
    under({ institutionContracted: true }, until('2026-01-09')).person().misses()
  })
  it('institutionNeutral refuses the institution that cares for the person', () => {
    under({ institutionNeutral: true }).person().meets()
    under({ institutionNeutral: true }).person(tell.admitted('2026-01-08')).misses()
    under({ institutionNeutral: true }, { careProviders: [institutionCode.parse(tell.hospital)] })
      .person()
      .misses()
  })
  it('region compares the region of its kind on the date, and within larger ones', () => {
    const residence = under({ region: { which: 'residence', within: ['3502'] } })
    residence.person(tell.fileOpened('2026-01-01')).meets()
    residence.person(tell.fileOpened('2026-01-01'), tell.residenceMoved('2026-02-01', '110101')).misses()
    residence.person(tell.fileOpened('2026-01-01'), tell.residenceMoved('2026-04-01', '110101')).meets(on, '2026-03-31')
    residence.person().misses()
    under({ region: { which: 'household', within: ['350203'] } })
      .person(tell.fileOpened('2026-01-01'))
      .meets()
    under({ region: { which: 'insured', within: ['350206'] } })
      .person(tell.enrolled('2026-01-01'))
      .misses()
  })
  it('diagnosis asks for its kind, on the date', () => {
    const dementia = under({ diagnosis: { of: 'dementia', bySpecialist: true } })
    dementia.person(tell.dementiaDiagnosed('2026-03-01')).meets()
    dementia.person(tell.dementiaDiagnosed('2026-03-02')).misses()
    under({ diagnosis: { of: 'mental-disorder', bySpecialist: false } })
      .person(tell.dementiaDiagnosed('2026-01-01'))
      .misses()
  })
  it('lastedMonths counts from the first finding of an accepted grade', () => {
    under({ lastedMonths: 6 }).person().misses('2026-07-09')
    under({ lastedMonths: 6 }).person().meets('2026-07-10')
    under({ lastedMonths: 6 })
      .person(tell.ltcConcluded({ id: 2, on: '2025-06-01', recorded: '2026-01-01' }))
      .meets()
  })
  it('livingAtHome fails in hospital and in a paid institution', () => {
    const atHome = under({ livingAtHome: true })
    atHome.person().meets()
    atHome.person(tell.admitted('2026-02-20')).misses()
    atHome.person(tell.admitted('2026-02-20'), tell.discharged('2026-03-01')).meets()
    atHome.person(tell.benefitStarted('2026-02-01', 'institution')).misses()
    atHome.person(tell.benefitStarted('2026-02-01', 'home')).meets()
    atHome.person(tell.benefitStarted('2026-02-01', 'hospital'), tell.benefitEnded('2026-02-10')).meets()
  })
  it('scoreAtMost bounds a dimension', () => {
    under({ scoreAtMost: { score: 'adl', points: 30 } })
      .person()
      .meets()
    under({ scoreAtMost: { score: 'adl', points: 29 } })
      .person()
      .misses()
  })
  it('categories and component are about certificates only', () => {
    under({ categories: [4] })
      .person()
      .misses()
    under({ component: { categories: [4], grades: [1] } })
      .person()
      .misses()
  })
  it('provenBy asks for another finding in force, and ends with it', () => {
    const proven = under({ provenBy: [{ standard: 'gbt-42195-2022', grades: [3, 4] }] })
    proven.person(tell.abilityAssessed({ on: '2026-01-20', level: 3 })).meets(on, '2027-01-20')
    proven.person(tell.abilityAssessed({ on: '2026-01-20', level: 2 })).misses()
  })
})

describe('what is known to end a recognition', () => {
  it('bounds it, and is named in its basis', () => {
    const { decision, recognises } = givenUnder(
      withRule({ conditions: { livingAtHome: true } }),
      concluded,
      tell.admitted('2026-04-01'),
    ).asking('elder-nursing-subsidy', on)
    recognises('severe-or-worse', '2026-03-31')
    expect(decision.basis.circumstances).toMatchObject([{ context: 'health', position: '2' }])
  })
})

describe('the next change', () => {
  const next = (conditions: Conditions, asOf: string, ...tellings: readonly Telling[]) =>
    givenUnder(withRule({ conditions, capMonths: 12 }), concluded, ...tellings).asking('elder-nursing-subsidy', asOf).decision.nextChangeOn

  it('is the birthday on which a person comes of age, 1 March for those of 29 February', () => {
    expect(next({ minAge: 60 }, on, tell.enrolled('2026-01-01', '1966-05-05'))).toBe('2026-05-05')
    expect(next({ minAge: 60 }, '2026-02-01', tell.enrolled('2026-01-01', '1966-02-28'))).toBe('2026-02-28')
    expect(next({ minAge: 66 }, '2026-02-01', tell.enrolled('2026-01-01', '1960-02-29'))).toBe('2026-03-01')
  })
  it('is the day after the longest time of the rule', () => expect(next({}, on)).toBe('2027-01-11'))
  it('is the day on which an end that is known takes effect', () =>
    expect(next({ livingAtHome: true }, '2026-02-10', tell.admitted('2026-02-01'), tell.discharged('2026-02-20'))).toBe('2026-02-20'))
  it('is a death on a later day', () => expect(next({}, on, tell.deathCertified('2026-04-01'))).toBe('2026-04-01'))
  it('is the day on which the disability has lasted long enough', () => expect(next({ lastedMonths: 6 }, on)).toBe('2026-07-10'))
})
