import { describe, expect, it } from '@jest/globals'
import { given, givenUnder } from '../../testing/asking.js'
import * as tell from '../../testing/told.js'
import { agreement, type Agreement } from './agreement.js'
import { defaultAgreement } from './default-agreement.js'
import type { Rule } from './rule.js'
import { decide } from '../decision/decide.js'
import { plainDate } from '@concord/standards'

const withFirstRule = (rule: Partial<Rule>): unknown => ({
  ...defaultAgreement,
  rules: [{ ...defaultAgreement.rules[0], ...rule }, ...defaultAgreement.rules.slice(1)],
})
const wrongAt = (written: unknown): readonly string[] =>
  (agreement.safeParse(written).error?.issues ?? []).map(({ path }) => path.join('.'))
const severe = tell.ltcConcluded({ on: '2026-01-10', grade: 4 })
const asked = { purpose: 'elder-nursing-subsidy', asOf: plainDate.parse('2026-06-01') }
const changed = (changes: Agreement['changes']): Agreement => ({ ...defaultAgreement, changes })

describe('an agreement as data', () => {
  it('is read back as it was written', () =>
    expect(agreement.parse(JSON.parse(JSON.stringify(defaultAgreement)))).toEqual(defaultAgreement))
  it('is a proposal and says so', () => expect(defaultAgreement.mark).toBe('proposal, not an official table'))
  it('has rules for each of its eight purposes', () =>
    expect(
      defaultAgreement.purposes.map(({ code }) => defaultAgreement.rules.some(({ purpose, enabled }) => enabled && purpose === code)),
    ).toEqual(Array.from({ length: 8 }, () => true)))
  it('refuses a grade that the scheme does not know', () =>
    expect(
      wrongAt(
        withFirstRule({ accepts: { standard: 'gbt-26341-2010', grades: [5] }, acceptedAs: { code: 'x', zh: 'x', en: 'x', rank: 0 } }),
      ),
    ).toEqual(['rules.0.accepts.grades']))
  it('refuses to tell one scheme in the native words of another', () =>
    expect(
      wrongAt(withFirstRule({ acceptedAs: { code: 'gbt-level-4', zh: '完全失能', en: 'level 4', rank: 4, native: 'gbt-42195-2022' } })),
    ).toEqual(['rules.0.acceptedAs.native']))
  it('refuses a bound on a score that the scheme does not have', () =>
    expect(wrongAt(withFirstRule({ conditions: { scoreAtMost: { score: 'total', points: 40 } } }))).toEqual([
      'rules.0.conditions.scoreAtMost',
    ]))
  it('refuses a rule for a purpose it does not have', () =>
    expect(wrongAt(withFirstRule({ purpose: 'nobody-asked' }))).toEqual(['rules.0.purpose']))
  it('refuses a purpose whose owner is no party', () =>
    expect(wrongAt({ ...defaultAgreement, parties: ['healthcare-security', 'civil-affairs', 'disabled-persons-federation'] })).toEqual([
      'purposes.7.owner',
    ]))
  it('refuses two rules of one id', () =>
    expect(wrongAt({ ...defaultAgreement, rules: [...defaultAgreement.rules, defaultAgreement.rules[0]] })).toEqual(['rules']))
  it('refuses to end before it begins', () =>
    expect(wrongAt({ ...defaultAgreement, period: { from: '2026-01-01', until: '2025-12-31' } })).toEqual(['period']))
})

describe('an agreement over time', () => {
  it('answers nothing before its first day and after its last', () => {
    given(tell.ltcConcluded({ on: '2022-06-01' }))
      .asking('elder-nursing-subsidy', '2022-12-31')
      .is('unknown', 'agreement')
    given(tell.certificateIssued({ on: '2030-06-01' }))
      .asking('severe-disability-nursing-subsidy', '2033-01-01')
      .is('unknown', 'agreement')
  })
  it('suspended by a party, suspends every decision under it until it is resumed', () => {
    const suspended = { to: 'suspended', on: plainDate.parse('2026-05-01'), by: 'health', recordedAt: '2026-04-30T02:00:00Z' } as const
    const resumed = { to: 'in-force', on: plainDate.parse('2026-07-01'), by: 'health', recordedAt: '2026-06-30T02:00:00Z' } as const
    givenUnder(changed([suspended]), severe)
      .asking('elder-nursing-subsidy', '2026-05-01')
      .is('suspended', 'agreement-resumed')
    givenUnder(changed([suspended]), severe)
      .asking('elder-nursing-subsidy', '2026-04-30')
      .recognises('severe-or-worse', '2026-04-30')
    givenUnder(changed([suspended, resumed]), severe)
      .asking('elder-nursing-subsidy', '2026-07-01')
      .recognises('severe-or-worse', '2028-01-10')
    givenUnder(changed([suspended]), severe)
      .asking('elder-nursing-subsidy', '2026-05-01', '2026-04-29T00:00:00Z')
      .recognises('severe-or-worse', '2028-01-10')
  })
  it('terminated, ends', () => {
    const terminated = { to: 'terminated', on: plainDate.parse('2026-05-01'), by: 'health', recordedAt: '2026-04-01T02:00:00Z' } as const
    givenUnder(changed([terminated]), severe)
      .asking('elder-nursing-subsidy', '2026-05-01')
      .is('unknown', 'agreement')
  })
  it("gives way to its next version from that version's first day, and not before anyone knew of it", () => {
    const next: Agreement = {
      ...defaultAgreement,
      version: 2,
      period: { ...defaultAgreement.period, from: plainDate.parse('2026-06-01') },
      recordedAt: '2026-05-20T02:00:00Z',
      rules: defaultAgreement.rules.map((rule) => (rule.purpose === asked.purpose ? { ...rule, enabled: false } : rule)),
    }
    const answer = (question: Parameters<typeof decide>[2]) => decide(tell.told(severe), [next, defaultAgreement], question)
    expect(answer({ ...asked, asOf: plainDate.parse('2026-05-31') })).toMatchObject({
      outcome: 'recognised',
      until: '2026-05-31',
      nextChangeOn: '2026-06-01',
    })
    expect(answer(asked).outcome).toBe('unknown')
    expect(answer({ ...asked, knownAt: '2026-05-19T00:00:00Z' })).toMatchObject({
      outcome: 'recognised',
      basis: { agreement: { version: 1 } },
    })
  })
})
