import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { repeatsRecordNothing, shareAccepted, specify } from '@concord/specify'
import type { PlainDate } from '@concord/standards'
import type { HardshipCommand } from './hardship.commands.js'
import { hardship, hardshipOn } from './hardship.decider.js'
import type { HardshipEvent, HardshipStatus } from './hardship.events.js'

const { given } = specify(hardship)

describe('a hardship status', () => {
  it('is recognised', () => given().when(recognise('low-income', '2026-01-01')).records(recognised('low-income', '2026-01-01')))
  it('is recognised once', () =>
    given(recognised('low-income', '2026-01-01')).when(recognise('low-income', '2026-02-01')).refuses('hardship-recognised-already'))
  it('excludes every other: destitute support and the low-income allowance never stand together', () =>
    given(recognised('destitute', '2026-01-01')).when(recognise('low-income', '2026-02-01')).refuses('other-hardship-recognised'))
  it('is withdrawn', () =>
    given(recognised('low-income', '2026-01-01')).when(withdraw('low-income', '2026-06-01')).records(withdrawn('low-income', '2026-06-01')))
  it('is not withdrawn before it was recognised', () =>
    given(recognised('low-income', '2026-01-01')).when(withdraw('low-income', '2025-12-31')).refuses('withdrawn-before-recognition'))
  it('is not withdrawn where it does not stand', () => given().when(withdraw('destitute', '2026-06-01')).refuses('hardship-not-recognised'))
  it('is not withdrawn where another stands', () =>
    given(recognised('low-income', '2026-01-01')).when(withdraw('destitute', '2026-06-01')).refuses('hardship-not-recognised'))
  it('changes to another on the day on which the first is withdrawn', () =>
    given(recognised('low-income-margin', '2026-01-01'), withdrawn('low-income-margin', '2026-06-01'))
      .when(recognise('low-income', '2026-06-01'))
      .records(recognised('low-income', '2026-06-01')))
  it('is not recognised again before it was withdrawn', () =>
    given(recognised('low-income', '2026-01-01'), withdrawn('low-income', '2026-06-01'))
      .when(recognise('low-income', '2026-05-31'))
      .refuses('recognised-before-last-withdrawal'))
})

describe('the status on a day', () => {
  it.each([
    ['2025-12-31', 'none'],
    ['2026-01-01', 'low-income-margin'],
    ['2026-05-31', 'low-income-margin'],
    ['2026-06-01', 'low-income'],
  ])('on %s is %s', (on, status) => expect(hardshipOn(periods(), on as PlainDate)).toBe(status))
})

describe('repeated commands', () => {
  it('record nothing', () => repeatsRecordNothing(hardship, commands))
  it('are tried on histories of which a good part is accepted', () => expect(shareAccepted(hardship, commands)).toBeGreaterThan(0.3))
})

const recognise = (status: HardshipStatus, on: string): HardshipCommand => ({ type: 'RecogniseHardship', status, on: on as PlainDate })
const withdraw = (status: HardshipStatus, on: string): HardshipCommand => ({ type: 'WithdrawHardship', status, on: on as PlainDate })
const recognised = (status: HardshipStatus, on: string): HardshipEvent => ({
  type: 'HardshipRecognised',
  data: { status, on: on as PlainDate },
})
const withdrawn = (status: HardshipStatus, on: string): HardshipEvent => ({
  type: 'HardshipWithdrawn',
  data: { status, on: on as PlainDate },
})

const periods = () =>
  [
    recognised('low-income-margin', '2026-01-01'),
    withdrawn('low-income-margin', '2026-06-01'),
    recognised('low-income', '2026-06-01'),
  ].reduce(hardship.evolve, hardship.initial)

const status = fc.constantFrom<HardshipStatus>('destitute', 'low-income', 'low-income', 'low-income')
const day = fc.constantFrom('2026-01-01', '2026-01-02')
const commands = fc.tuple(fc.constantFrom(recognise, withdraw), status, day).map(([ask, status, on]) => ask(status, on))
