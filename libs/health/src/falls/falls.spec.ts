import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { repeatsRecordNothing, shareAccepted, specify } from '@concord/specify'
import type { PlainDate } from '@concord/standards'
import type { FallCommand } from './falls.commands.js'
import { falls } from './falls.decider.js'
import type { FallEvent } from './falls.events.js'

const { given } = specify(falls)

describe('falls', () => {
  it('are reported one by one', () =>
    given(reported('first', '2026-03-02')).when(report('second', '2026-03-20')).records(reported('second', '2026-03-20')))
  it('may be two on one day', () =>
    given(reported('first', '2026-03-02')).when(report('second', '2026-03-02')).records(reported('second', '2026-03-02')))
  it('may be reported late', () =>
    given(reported('first', '2026-03-02')).when(report('earlier', '2026-02-01')).records(reported('earlier', '2026-02-01')))
  it('hear the same report twice and record it once', () =>
    given(reported('first', '2026-03-02')).when(report('first', '2026-03-02')).recordsNothing())
  it('have an id of their own each', () =>
    given(reported('first', '2026-03-02')).when(report('first', '2026-03-20')).refuses('fall-id-used-already'))

  it('record nothing for any repeated command', () => repeatsRecordNothing(falls, commands))
  it('are tried on commands of which many are accepted', () => expect(shareAccepted(falls, commands)).toBeGreaterThan(0.4))
})

const report = (fallId: string, on: string): FallCommand => ({ type: 'ReportFall', fallId, on: on as PlainDate })
const reported = (fallId: string, on: string): FallEvent => ({ type: 'FallReported', data: { fallId, on: on as PlainDate } })

const commands = fc
  .tuple(fc.integer({ min: 1, max: 20 }), fc.constantFrom('2026-03-02', '2026-03-20'))
  .map(([number, on]) => report(`fall ${number}`, on))
