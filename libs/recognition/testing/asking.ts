import { expect } from '@jest/globals'
import { plainDate } from '@concord/standards'
import type { Agreement } from '../src/agreements/agreement.js'
import { defaultAgreement } from '../src/agreements/default-agreement.js'
import type { Rule } from '../src/agreements/rule.js'
import { decide } from '../src/decision/decide.js'
import type { Decision, Missing, Outcome } from '../src/decision/decision.js'
import { told, type Telling } from './told.js'

/** `given(…tellings).asking(purpose, asOf).recognises(code, until) | .is(outcome, …missing)`, under the default agreement. */
export const given = (...tellings: readonly Telling[]) => givenUnder(defaultAgreement, ...tellings)

export const givenUnder = (agreement: Agreement, ...tellings: readonly Telling[]) => ({
  asking: (purpose: string, asOf: string, knownAt?: string) => {
    const question = { purpose, asOf: plainDate.parse(asOf), ...(knownAt === undefined ? {} : { knownAt }) }
    const decision = decide(told(...tellings), [agreement], question)
    return {
      decision,
      recognises: (code: string, until: string): void =>
        expect(short(decision)).toEqual({ outcome: 'recognised', code, until, missing: [] }),
      is: (outcome: Exclude<Outcome, 'recognised'>, ...missing: readonly Missing[]): void =>
        expect(short(decision)).toEqual({ outcome, code: undefined, until: undefined, missing }),
    }
  },
})

const short = ({ outcome, acceptedAs, until, missing }: Decision) => ({ outcome, code: acceptedAs?.code, until, missing })

/** An agreement with one rule, to look at one condition: LTCI 0–5 counts as severe or worse, without a cap. */
export const withRule = (rule: Partial<Rule>, lists: Agreement['lists'] = {}): Agreement => ({
  ...defaultAgreement,
  lists,
  rules: [
    {
      id: 'the-rule',
      purpose: 'elder-nursing-subsidy',
      enabled: true,
      from: defaultAgreement.period.from,
      accepts: { standard: 'ltci-2021', grades: [0, 1, 2, 3, 4, 5] },
      conditions: {},
      acceptedAs: { code: 'severe-or-worse', zh: '重度及以上', en: 'severe or worse', rank: 3 },
      source: 'specification',
      ...rule,
    },
  ],
})
