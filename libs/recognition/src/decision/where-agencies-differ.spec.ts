import { describe, expect, it } from '@jest/globals'
import { given, givenUnder, withRule } from '../../testing/asking.js'
import * as tell from '../../testing/told.js'
import { factsOf } from '../facts/person-facts.js'

/** Worked conflicts between agencies: each finding stands as its agency made it, and the purpose decides. */
describe('where two agencies differ', () => {
  describe('walking dementia: LTCI 1, but level 3 after the adjustment', () => {
    const person = [
      tell.enrolled('2026-01-01', '1948-05-05'),
      tell.ltcConcluded({ on: '2026-02-01', grade: 1, adl: 100 }),
      tell.abilityAssessed({ on: '2026-02-03', level: 3, preliminary: 2, total: 58, adjustments: ['dementia-or-mental-disorder'] }),
    ]
    it('is severe for the elder nursing subsidy', () =>
      given(...person)
        .asking('elder-nursing-subsidy', '2026-03-01')
        .recognises('severe-or-worse', '2027-02-03'))
    it('is below the bar for the LTCI benefit, which takes its own conclusion only', () =>
      given(...person)
        .asking('ltci-benefit', '2026-03-01')
        .is('not-met', 'grade'))
  })

  describe('blind and caring for oneself: certificate grade 1, LTCI 0, level 1', () => {
    const person = [
      tell.fileOpened('2026-01-01'),
      tell.certificateIssued({ on: '2026-01-01', category: 1, grade: 1 }),
      tell.ltcConcluded({ on: '2026-02-01', grade: 0, adl: 100 }),
      tell.abilityAssessed({ on: '2026-02-01', level: 1, total: 88 }),
    ]
    it('receives the nursing subsidy for the severely disabled', () =>
      given(...person)
        .asking('severe-disability-nursing-subsidy', '2026-03-01')
        .recognises('grade-1', '2032-12-31'))
    it('is not disabled in the sense of the elder nursing subsidy', () =>
      given(...person)
        .asking('elder-nursing-subsidy', '2026-03-01')
        .is('not-met', 'grade'))
    it('is not invited to apply for LTCI by a visual disability', () =>
      given(...person)
        .asking('ltci-application-invite', '2026-03-01')
        .is('not-met', 'categories'))
  })

  it('a person under 60 has no ability level, which is unknown and not level 0', () =>
    given(tell.certificateIssued({ on: '2026-01-01', grade: 1 }))
      .asking('care-home-admission', '2026-03-01')
      .is('unknown', 'finding'))

  describe('a diagnosis that arrives late or is corrected', () => {
    const life = [
      tell.abilityAssessed({ on: '2026-01-10', level: 3, preliminary: 2, adjustments: ['dementia-or-mental-disorder'] }),
      tell.dementiaDiagnosed('2026-01-05'),
    ]
    const corrected = [...life, tell.diagnosisCorrected('2026-04-01')]
    it('is as if it had never been made', () => {
      expect(factsOf(tell.told(...life)).circumstances.map(({ kind }) => kind)).toEqual(['diagnosis'])
      expect(factsOf(tell.told(...corrected)).circumstances).toEqual([])
    })
    it('leaves the level to the agency that determined it', () =>
      given(...corrected)
        .asking('elder-nursing-subsidy', '2026-04-02')
        .recognises('severe-or-worse', '2027-01-10'))
    it('takes the level away once that agency revokes it', () =>
      given(...corrected, tell.abilityRevoked('2026-04-20'))
        .asking('elder-nursing-subsidy', '2026-04-20')
        .is('withdrawn', 'valid-finding'))
  })

  it('recognition ends with whatever ends first: source, cap of the rule, or agreement', () => {
    const tenYears = tell.abilityAssessed({ on: '2026-01-10', until: '2036-01-10' })
    given(tell.abilityAssessed({ on: '2026-01-10', until: '2026-06-30' }))
      .asking('care-home-admission', '2026-03-01')
      .recognises('gbt-level-3', '2026-06-30')
    given(tenYears).asking('care-home-admission', '2026-03-01').recognises('gbt-level-3', '2027-01-10')
    given(tenYears).asking('care-home-admission', '2027-01-11').is('expired', 'longest-time')
    given(tell.certificateIssued({ on: '2026-01-10', grade: 1 }))
      .asking('severe-disability-nursing-subsidy', '2026-03-01')
      .recognises('grade-1', '2032-12-31')
  })

  describe('a dispute', () => {
    const disputed = [
      tell.recordOpened('2026-01-01'),
      tell.certificateIssued({ on: '2026-01-10', grade: 2 }),
      tell.certificateDisputed('2026-02-01'),
    ]
    it('suspends recognition of the disputed source only', () => {
      given(...disputed)
        .asking('severe-disability-nursing-subsidy', '2026-02-02')
        .is('disputed', 'dispute-settled')
      given(...disputed, tell.ltcConcluded({ on: '2026-01-20' }))
        .asking('home-health-service', '2026-02-02')
        .recognises('eligible', '2028-01-20')
    })
    it('ends with the opinion that answers it', () =>
      given(...disputed, tell.disputeConcluded({ on: '2026-03-01', grade: 1 }))
        .asking('severe-disability-nursing-subsidy', '2026-03-01')
        .recognises('grade-1', '2032-12-31'))
    it('of an LTCI conclusion ends with the re-evaluation, which is final', () => {
      const asked = [tell.ltcConcluded({ on: '2026-01-10', grade: 2 }), tell.ltcReEvaluationRequested('2026-01-20')]
      given(...asked)
        .asking('elder-nursing-subsidy', '2026-01-25')
        .is('disputed', 'dispute-settled')
      given(...asked, tell.ltcReEvaluated({ on: '2026-02-10', grade: 3 }))
        .asking('elder-nursing-subsidy', '2026-02-10')
        .recognises('severe-or-worse', '2028-02-10')
    })
  })

  describe('a certificate', () => {
    it('keeps its recognition under a new number', () =>
      given(tell.certificateIssued({ on: '2026-01-10' }), tell.certificateReissued('2026-02-01'))
        .asking('severe-disability-nursing-subsidy', '2026-02-02')
        .recognises('grade-2', '2032-12-31'))
    it('of a multiple disability is read by its components where a rule asks for them', () => {
      const mental = withRule({
        accepts: { standard: 'gbt-26341-2010', grades: [1, 2, 3] },
        conditions: { component: { categories: [5, 6], grades: [1, 2, 3] } },
      })
      const multiple = (category: number) =>
        tell.certificateIssued({
          on: '2026-01-10',
          category: 7,
          grade: 3,
          components: [
            { category: 1, grade: 4 },
            { category, grade: 3 },
          ],
        })
      givenUnder(mental, multiple(5)).asking('elder-nursing-subsidy', '2026-02-01').recognises('severe-or-worse', '2032-12-31')
      givenUnder(mental, multiple(4)).asking('elder-nursing-subsidy', '2026-02-01').is('not-met', 'component')
    })
    it('carries its components into the basis', () => {
      const components = [
        { category: 4, grade: 1 },
        { category: 6, grade: 2 },
      ]
      const person = given(tell.certificateIssued({ on: '2026-01-10', category: 7, grade: 1, components }))
      expect(person.asking('severe-disability-nursing-subsidy', '2026-02-01').decision.basis.findings[0]).toMatchObject({
        category: 7,
        components,
      })
    })
    it('that is frozen suspends, and counts again when it is unfrozen', () => {
      const frozen = [tell.certificateIssued({ on: '2026-01-10' }), tell.certificateFrozen('2026-02-01')]
      given(...frozen)
        .asking('severe-disability-nursing-subsidy', '2026-02-02')
        .is('suspended', 'certificate-unfrozen')
      given(...frozen, tell.certificateUnfrozen('2026-03-01'))
        .asking('severe-disability-nursing-subsidy', '2026-03-01')
        .recognises('grade-2', '2032-12-31')
    })
    it('that was cancelled bars the next for a year, which is no sign of ability', () => {
      const cancelled = [tell.certificateIssued({ on: '2026-01-10', grade: 1 }), tell.certificateCancelled('2026-02-01')]
      given(...cancelled)
        .asking('severe-disability-nursing-subsidy', '2026-02-02')
        .is('withdrawn', 'valid-finding')
      given(...cancelled, tell.recordOpened('2026-01-01'), tell.abilityAssessed({ on: '2026-03-01', level: 4 }))
        .asking('home-health-service', '2026-03-02')
        .recognises('eligible', '2027-03-01')
    })
    it('that was refused says nothing: absence is never ability', () =>
      given(tell.evaluationPublicised({ on: '2026-01-10' }), tell.certificateRefused('2026-01-20'))
        .asking('severe-disability-nursing-subsidy', '2026-02-01')
        .is('unknown', 'finding'))
    it('that is renewed after it expired counts again from the renewal', () => {
      const renewed = [
        tell.certificateIssued({ on: '2016-01-10', until: '2026-01-10' }),
        tell.certificateRenewed('2026-03-01', '2036-03-01'),
      ]
      given(...renewed)
        .asking('severe-disability-nursing-subsidy', '2026-02-01')
        .is('expired', 'valid-finding')
      given(...renewed)
        .asking('severe-disability-nursing-subsidy', '2026-03-01')
        .recognises('grade-2', '2032-12-31')
    })
  })

  it('of two recognitions the one that gives most is told, then the one that lasts longest', () => {
    const severe = tell.ltcConcluded({ on: '2026-01-10', grade: 3 })
    given(severe, tell.abilityAssessed({ on: '2026-01-20', level: 2 }))
      .asking('care-home-admission', '2026-02-01')
      .recognises('severe-or-worse', '2028-01-10')
    given(severe, tell.abilityAssessed({ on: '2026-01-20', level: 3 }))
      .asking('elder-nursing-subsidy', '2026-02-01')
      .recognises('severe-or-worse', '2028-01-10')
  })

  it('tells the validity of a certificate as renewed, whatever was determined anew in between', () => {
    const life = [
      tell.certificateIssued({ on: '2016-01-10', until: '2026-01-10' }),
      tell.regraded({ on: '2020-01-10', grade: 1 }),
      tell.certificateRenewed('2025-12-01', '2030-12-01'),
    ]
    const { decision, recognises } = given(...life).asking('severe-disability-nursing-subsidy', '2025-06-01')
    recognises('grade-1', '2030-12-01')
    expect(decision.basis.findings[0]).toMatchObject({ validUntil: '2030-12-01', source: { position: '2' } })
    expect(decision.basis.findings[0]?.sources.map(({ position }) => position)).toEqual(['1', '2', '3'])
  })

  it('the word 重度 is never joined on: three findings called severe count as three things', () => {
    const person = [tell.ltcConcluded({ on: '2026-01-10', grade: 3 }), tell.certificateIssued({ on: '2026-01-10', grade: 2 })]
    given(...person)
      .asking('care-home-admission', '2026-02-01')
      .recognises('severe-or-worse', '2028-01-10')
    given(...person)
      .asking('severe-disability-nursing-subsidy', '2026-02-01')
      .recognises('grade-2', '2032-12-31')
    given(...person, tell.abilityAssessed({ on: '2026-01-10', level: 4 }))
      .asking('care-home-admission', '2026-02-01')
      .recognises('gbt-level-4', '2027-01-10')
  })
})
