import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { repeatsRecordNothing, shareAccepted, specify } from '@concord/specify'
import type { PlainDate } from '@concord/standards'
import { benefit } from './benefit.decider.js'
import type { BenefitCommand, Entitlement } from './benefit.commands.js'
import type { BenefitEvent } from './benefit.events.js'

const { given } = specify(benefit)

describe('a long-term care benefit', () => {
  it('starts on a severe conclusion in force', () => given().when(start('2026-04-01')).records(started('2026-04-01')))
  it('hears the same start twice and records it once', () => given(started('2026-04-01')).when(start('2026-04-01')).recordsNothing())
  it('is the same start although the conclusion has changed since', () =>
    given(started('2026-04-01'))
      .when(start('2026-04-01', { conclusion: undefined }))
      .recordsNothing())
  it('needs an insured person', () =>
    given()
      .when(start('2026-04-01', { insured: false }))
      .refuses('not-insured'))
  it('needs a conclusion', () =>
    given()
      .when(start('2026-04-01', { conclusion: undefined }))
      .refuses('no-conclusion-in-force'))
  it('needs a conclusion that has taken effect', () => given().when(start('2026-03-01')).refuses('no-conclusion-in-force'))
  it('needs a conclusion that has not ended', () => given().when(start('2028-03-03')).refuses('no-conclusion-in-force'))
  it('starts on the first day of a conclusion', () => given().when(start('2026-03-02')).records(started('2026-03-02')))
  it('starts on the last day of a conclusion', () => given().when(start('2028-03-02')).records(started('2028-03-02')))
  it('needs a grade that benefits', () => given().when(start('2026-04-01', moderate)).refuses('below-benefit-grade'))
  it('rests on the conclusion that is in force', () =>
    given()
      .when(start('2026-04-01', { restsOn: older }))
      .refuses('rests-on-another-conclusion'))
  it('is one at a time', () => given(started('2026-04-01')).when(start('2026-05-01')).refuses('benefit-running-already'))
  it('is one at a time while it is paused', () =>
    given(started('2026-04-01'), paused('2026-05-01')).when(start('2026-06-01')).refuses('benefit-running-already'))

  it('pauses in hospital', () => given(started('2026-04-01')).when(pause('2026-05-01')).records(paused('2026-05-01')))
  it('cannot pause before it starts', () => given().when(pause('2026-05-01')).refuses('benefit-not-running'))
  it('cannot pause under another id', () =>
    given(started('2026-04-01'))
      .when({ ...pause('2026-05-01'), benefitId: other })
      .refuses('benefit-not-running'))
  it('does not pause in the past', () => given(started('2026-04-01')).when(pause('2026-03-31')).refuses('dated-before-last-step'))

  it('resumes', () => given(started('2026-04-01'), paused('2026-05-01')).when(resume('2026-05-20')).records(resumed('2026-05-20')))
  it('cannot resume while it runs', () => given(started('2026-04-01')).when(resume('2026-05-20')).refuses('benefit-not-paused'))
  it('cannot resume when the conclusion has ended', () =>
    given(started('2026-04-01'), paused('2026-05-01')).when(resume('2028-03-03')).refuses('no-conclusion-in-force'))
  it('cannot resume when the insurance has lapsed', () =>
    given(started('2026-04-01'), paused('2026-05-01'))
      .when(resume('2026-05-20', { insured: false }))
      .refuses('not-insured'))

  it('ends', () => given(started('2026-04-01')).when(end('2026-06-01')).records(ended('2026-06-01')))
  it('ends while it is paused', () =>
    given(started('2026-04-01'), paused('2026-05-01')).when(end('2026-06-01')).records(ended('2026-06-01')))
  it('cannot end before it starts', () => given().when(end('2026-06-01')).refuses('benefit-not-started'))
  it('cannot end twice', () => given(started('2026-04-01'), ended('2026-06-01')).when(end('2026-07-01')).refuses('benefit-not-started'))

  it('starts again under a new id', () =>
    given(started('2026-04-01', other), ended('2026-06-01', other)).when(start('2026-08-01')).records(started('2026-08-01')))
  it('does not start again under an old id', () =>
    given(started('2026-04-01'), ended('2026-06-01')).when(start('2026-08-01')).refuses('benefit-id-used'))

  it('records nothing when any command is repeated', () => repeatsRecordNothing(benefit, anyCommand))
  it('is proven so by commands of which many are accepted', () => expect(shareAccepted(benefit, anyCommand)).toBeGreaterThan(0.2))
})

const assessmentId = '5b9d2f0e-7c1a-4d7e-9a53-3f0d1c2b4a10'
const older = '5b9d2f0e-7c1a-4d7e-9a53-3f0d1c2b4a11'
const benefitId = '0b7f2f7d-93f4-4c8e-8a36-94a1a2f4b901'
const other = '0b7f2f7d-93f4-4c8e-8a36-94a1a2f4b902'

const conclusion = { assessmentId, grade: 3, effectiveFrom: '2026-03-02' as PlainDate, validUntil: '2028-03-02' as PlainDate }
const moderate = { conclusion: { ...conclusion, grade: 2 } }

const start = (on: string, facts: Partial<Entitlement & { restsOn: string }> = {}): BenefitCommand => ({
  type: 'StartBenefit',
  benefitId,
  on: on as PlainDate,
  form: 'home',
  restsOn: assessmentId,
  insured: true,
  conclusion,
  ...facts,
})
const pause = (on: string): BenefitCommand => ({ type: 'PauseBenefit', benefitId, on: on as PlainDate, reason: 'in-hospital' })
const resume = (on: string, facts: Partial<Entitlement> = {}): BenefitCommand => ({
  type: 'ResumeBenefit',
  benefitId,
  on: on as PlainDate,
  insured: true,
  conclusion,
  ...facts,
})
const end = (on: string): BenefitCommand => ({ type: 'EndBenefit', benefitId, on: on as PlainDate, reason: 'own-wish' })

const started = (on: string, id = benefitId): BenefitEvent => ({
  type: 'BenefitStarted',
  data: { benefitId: id, on: on as PlainDate, form: 'home', restsOn: assessmentId, grade: 3 },
})
const paused = (on: string): BenefitEvent => ({ type: 'BenefitPaused', data: { benefitId, on: on as PlainDate, reason: 'in-hospital' } })
const resumed = (on: string): BenefitEvent => ({ type: 'BenefitResumed', data: { benefitId, on: on as PlainDate } })
const ended = (on: string, id = benefitId): BenefitEvent => ({
  type: 'BenefitEnded',
  data: { benefitId: id, on: on as PlainDate, reason: 'own-wish' },
})

const anyCommand = fc
  .tuple(
    fc.constantFrom(start, pause, resume, end),
    fc.constantFrom('2026-05-01', '2026-05-01', '2026-05-01', '2026-05-02'),
    fc.constantFrom(benefitId, benefitId, benefitId, other),
  )
  .map(([command, on, id]): BenefitCommand => ({ ...command(on), benefitId: id }))
