import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { plainDate } from '@concord/standards'
import { days, lives } from '../../testing/lives.arbitrary.js'
import * as tell from '../../testing/told.js'
import { defaultAgreement } from '../agreements/default-agreement.js'
import { decide } from '../decision/decide.js'
import { history } from './history.js'

const purpose = 'elder-nursing-subsidy'
const told = (today: string, ...tellings: readonly tell.Telling[]) =>
  history(tell.told(...tellings), [defaultAgreement], purpose, plainDate.parse(today)).map(({ from, decision, because }) => [
    from,
    decision.outcome,
    because.map(({ position }) => position),
  ])

describe('the history of a purpose', () => {
  const concluded = tell.ltcConcluded({ on: '2024-03-01', grade: 4 })

  it('tells each answer with the events that brought it, and the turns of the calendar without any', () =>
    expect(told('2026-06-01', tell.enrolled('2024-01-05'), tell.ltcPublicised({ on: '2024-02-10' }), concluded)).toEqual([
      ['2024-01-05', 'unknown', ['1']],
      ['2024-02-10', 'provisional', ['2']],
      ['2024-03-01', 'recognised', ['3']],
      ['2026-03-02', 'expired', []],
    ]))
  it('ends today', () => expect(told('2026-03-01', concluded)).toEqual([['2024-03-01', 'recognised', ['1']]]))
  it('keeps the answer that was given before a backdated revocation was known', () =>
    expect(told('2025-06-01', concluded, tell.ltcRevoked('2024-05-01', 'error', 1, '2025-02-01'))).toEqual([
      ['2024-03-01', 'recognised', ['1']],
      ['2025-02-01', 'withdrawn', ['2']],
    ]))
  it('brings back what a wrong death had ended', () =>
    expect(
      told(
        '2024-12-31',
        concluded,
        tell.deathCertified('2024-04-01'),
        tell.deathReported('2024-04-01', '2024-04-03'),
        tell.deathReportWithdrawn('2024-05-01'),
        tell.deathCertificateCorrected('2024-05-02', null),
      ),
    ).toEqual([
      ['2024-03-01', 'recognised', ['1']],
      ['2024-04-01', 'suspended', ['2']],
      ['2024-04-03', 'deceased', ['3']],
      ['2024-05-01', 'suspended', ['4']],
      ['2024-05-02', 'recognised', ['5']],
    ]))
  it('tells of each day only what decide answers for that day and that knowledge', () =>
    fc.assert(
      fc.property(lives, days, (events, today) => {
        for (const { from, knownAt, decision } of history(events, [defaultAgreement], purpose, today))
          expect(decide(events, [defaultAgreement], { purpose, asOf: from, knownAt })).toEqual(decision)
      }),
      { numRuns: 100 },
    ))
})
