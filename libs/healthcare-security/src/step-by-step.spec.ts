import { describe, it } from '@jest/globals'
import { accept, refuse } from '@concord/decider'
import { specify } from '@concord/specify'
import type { PlainDate } from '@concord/standards'
import { stepByStep } from './step-by-step.js'

interface Weigh {
  readonly type: 'Weigh'
  readonly on: PlainDate
  readonly scales: { readonly left: number; readonly right: number; readonly tare?: number }
  readonly calibrated: boolean
}

interface Weighed {
  readonly type: 'Weighed'
  readonly data: { readonly on: PlainDate; readonly scales: Weigh['scales']; readonly balanced: boolean }
}

const weighing = stepByStep<Weigh, { readonly balanced: boolean }, Weighed, 'not-calibrated'>(
  { Weigh: 'Weighed' },
  {
    initial: { balanced: true },
    decide: ({ on, scales, calibrated }) =>
      calibrated ? accept({ type: 'Weighed', data: { on, scales, balanced: scales.left === scales.right } }) : refuse('not-calibrated'),
    evolve: (_state, { data }) => ({ balanced: data.balanced }),
  },
)

const { given } = specify(weighing)

describe('a matter that goes step by step', () => {
  it('takes its first step', () => given().when(weigh('2026-03-02')).records(weighed('2026-03-02')))
  it('hears a step twice and records it once', () => given(weighed('2026-03-02')).when(weigh('2026-03-02')).recordsNothing())
  it('knows a step again whatever the order in which a store answers its fields', () =>
    given(weighed('2026-03-02', { right: 2, left: 1 }))
      .when(weigh('2026-03-02'))
      .recordsNothing())
  it('knows a step again although a fact from elsewhere has changed', () =>
    given(weighed('2026-03-02'))
      .when({ ...weigh('2026-03-02'), calibrated: false })
      .recordsNothing())
  it('takes a step that differs deep inside for another one', () =>
    given(weighed('2026-03-02', { left: 1, right: 3 }))
      .when(weigh('2026-03-02'))
      .records(weighed('2026-03-02')))
  it('takes a step that says more for another one', () =>
    given(weighed('2026-03-02'))
      .when({ ...weigh('2026-03-02'), scales: { left: 1, right: 2, tare: 3 } })
      .records(weighed('2026-03-02', { left: 1, right: 2, tare: 3 })))
  it('goes on the same day', () =>
    given(weighed('2026-03-02', { left: 5, right: 5 }))
      .when(weigh('2026-03-02'))
      .records(weighed('2026-03-02')))
  it('does not go back in time', () => given(weighed('2026-03-02')).when(weigh('2026-03-01')).refuses('dated-before-last-step'))
  it('leaves every other refusal to its rules', () =>
    given()
      .when({ ...weigh('2026-03-02'), calibrated: false })
      .refuses('not-calibrated'))
})

const weigh = (on: string): Weigh => ({ type: 'Weigh', on: on as PlainDate, scales: { left: 1, right: 2 }, calibrated: true })
const weighed = (on: string, scales: Weigh['scales'] = { left: 1, right: 2 }): Weighed => ({
  type: 'Weighed',
  data: { on: on as PlainDate, scales, balanced: scales.left === scales.right },
})
