import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { PublishedEvent } from '@concord/contracts'
import { addDays, addMonths } from '@concord/standards'
import { days, instants, lives } from '../../testing/lives.arbitrary.js'
import { defaultAgreement } from '../agreements/default-agreement.js'
import { canonicalJson } from '../facts/canonical-json.js'
import { factsOf } from '../facts/person-facts.js'
import type { SourceRef } from '../facts/source-ref.js'
import { standingOn, type Finding } from '../facts/finding.js'
import { decide } from './decide.js'
import { outcome, type Decision } from './decision.js'

const agreements = [defaultAgreement]
const purposes = fc.constantFrom(...defaultAgreement.purposes.map(({ code }) => code))
const askedOf = (events: readonly PublishedEvent[], purpose: string, asOf: Decision['until'] & string, knownAt?: string) =>
  decide(events, agreements, { purpose, asOf, ...(knownAt === undefined ? {} : { knownAt }) })
const named = ({ basis }: Decision) => [...basis.findings.flatMap(({ sources }) => sources), ...basis.circumstances]
const keyOf = ({ context, position }: { readonly context: string; readonly position: bigint | string }) => `${context}/${position}`

const isSame = (one: SourceRef, other: SourceRef | undefined): boolean => other !== undefined && keyOf(one) === keyOf(other)

const capOf = (rule: string, { effectiveFrom, determinedOn }: Finding): string => {
  const months = defaultAgreement.rules.find(({ id }) => id === rule)?.capMonths
  return months === undefined ? '9999-12-31' : addMonths(effectiveFrom ?? determinedOn, months)
}

const holds = (law: (events: readonly PublishedEvent[], purpose: string, asOf: Decision['until'] & string, at: string) => void): void =>
  fc.assert(fc.property(lives, purposes, days, instants, law), { numRuns: 300 })

describe('the laws of a decision', () => {
  it('any order and repetition of arrival gives the same decision and the same digest', () =>
    fc.assert(
      fc.property(
        lives.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray([...events, ...events], { minLength: 2 * events.length })),
        ),
        purposes,
        days,
        ([events, shuffled], purpose, asOf) => {
          expect(askedOf(shuffled, purpose, asOf)).toEqual(askedOf(events, purpose, asOf))
          expect(canonicalJson(factsOf(shuffled))).toBe(canonicalJson(factsOf(events)))
        },
      ),
      { numRuns: 200 },
    ))

  it('the trace of the command that brought a fact changes nothing', () =>
    holds((events, purpose, asOf) => {
      const traced = events.map((event, nth) => ({ ...event, trace: `00-${'4b'.repeat(16)}-${String(nth + 1).padStart(16, '0')}-01` }))
      expect(JSON.stringify(askedOf(traced, purpose, asOf))).toBe(JSON.stringify(askedOf(events, purpose, asOf)))
      expect(canonicalJson(factsOf(traced))).toBe(canonicalJson(factsOf(events)))
    }))

  it('a recognition never outlives its source, the cap of its rule or its agreement', () =>
    holds((events, purpose, asOf) => {
      const { outcome, until, basis } = askedOf(events, purpose, asOf)
      if (outcome !== 'recognised') return expect(until).toBeUndefined()
      const finding = factsOf(events).findings.find(({ source }) => isSame(source, basis.findings[0]?.source))
      if (until === undefined || finding === undefined) throw new Error('a recognition names its last day and its finding')
      expect(asOf <= until && until <= defaultAgreement.period.until && until <= capOf(basis.rule, finding)).toBe(true)
      expect(standingOn(finding, until)?.status).toBe('in-force')
      expect(askedOf(events, purpose, until).outcome).toBe('recognised')
    }))

  it('a certificate grade is never inferred from an assessment', () =>
    holds((events, purpose, asOf) => {
      const { acceptedAs, basis } = askedOf(events, purpose, asOf)
      if (acceptedAs?.code.startsWith('grade-')) expect(basis.findings[0]?.standard).toBe('gbt-26341-2010')
    }))

  it('a level of GB/T 42195 is never inferred from another scheme, level 4 least of all', () =>
    holds((events, _purpose, asOf) => {
      const { acceptedAs, basis } = askedOf(events, 'care-home-admission', asOf)
      const [finding] = basis.findings
      if (acceptedAs?.native === 'gbt-42195-2022') return expect(acceptedAs.code).toBe(`gbt-level-${finding?.grade}`)
      expect([undefined, 'moderate-or-worse', 'severe-or-worse']).toContain(acceptedAs?.code)
    }))

  it('every decision names its rule, and removing any event it names changes the decision or its basis', () =>
    holds((events, purpose, asOf) => {
      const decision = askedOf(events, purpose, asOf)
      expect(decision.basis.rule).not.toBe('')
      for (const ref of named(decision)) {
        const without = events.filter((event) => keyOf(event) !== keyOf(ref))
        expect(without.length).toBe(events.length - 1)
        expect(askedOf(without, purpose, asOf)).not.toEqual(decision)
      }
    }))

  it('the events that a recognition names recognise alone', () =>
    holds((events, purpose, asOf) => {
      const decision = askedOf(events, purpose, asOf)
      if (decision.outcome !== 'recognised') return
      const keys = new Set(named(decision).map(keyOf))
      const alone = askedOf(
        events.filter((event) => keys.has(keyOf(event))),
        purpose,
        asOf,
      )
      expect({ ...alone, nextChangeOn: undefined }).toEqual({ ...decision, nextChangeOn: undefined })
    }))

  it('known at an instant, the answer is the one that was given then', () =>
    holds((events, purpose, asOf, knownAt) => {
      const recordedThen = events.filter(({ recordedAt }) => recordedAt <= knownAt)
      expect(askedOf(events, purpose, asOf, knownAt)).toEqual(askedOf(recordedThen, purpose, asOf))
    }))

  it('only a finding in force grants, and only to the living', () =>
    holds((events, purpose, asOf) => {
      const { outcome, basis } = askedOf(events, purpose, asOf)
      if (outcome !== 'recognised') return
      expect(basis.findings.map(({ status }) => status)).toEqual(basis.findings.map(() => 'in-force'))
      const facts = factsOf(events)
      for (const named of basis.findings) {
        const finding = facts.findings.find(({ source }) => isSame(source, named.source))
        expect(finding && standingOn(finding, asOf)?.status).toBe('in-force')
      }
      expect(facts.circumstances.some(({ kind, from }) => kind === 'death' && from <= asOf)).toBe(false)
    }))

  it('between a date and the next change nothing changes without a new event', () =>
    fc.assert(
      fc.property(lives, purposes, days, fc.nat(1000), (events, purpose, asOf, later) => {
        const decision = askedOf(events, purpose, asOf)
        const date = addDays(asOf, later)
        if (decision.nextChangeOn === undefined || date < decision.nextChangeOn) expect(askedOf(events, purpose, date)).toEqual(decision)
      }),
      { numRuns: 300 },
    ))

  it('is tried on lives in which every outcome is common enough', () => {
    const asked = fc.sample(fc.tuple(lives, purposes, days), { numRuns: 1000, seed: 42 })
    const outcomes = asked.map(([events, purpose, asOf]) => askedOf(events, purpose, asOf).outcome)
    const share = (one: string) => outcomes.filter((outcome) => outcome === one).length / outcomes.length
    expect(share('recognised')).toBeGreaterThan(0.1)
    for (const one of outcome.options) expect([one, share(one) > 0.01]).toEqual([one, true])
  })
})
