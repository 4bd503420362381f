import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { repeatsRecordNothing, shareAccepted, specify } from '@concord/specify'
import type { PlainDate } from '@concord/standards'
import { enrolment } from './enrolment.decider.js'
import type { EnrolmentCommand } from './enrolment.commands.js'
import type { EnrolmentEvent } from './enrolment.events.js'

const { given } = specify(enrolment)

describe('an enrolment in long-term care insurance', () => {
  it('begins once', () => given().when(enrol('2025-01-01')).records(enrolled('2025-01-01')))
  it('hears the same beginning twice and records it once', () => given(enrolled('2025-01-01')).when(enrol('2025-01-01')).recordsNothing())
  it('does not begin again while it lasts', () => given(enrolled('2025-01-01')).when(enrol('2025-02-01')).refuses('insured-already'))
  it('begins on the day of birth at the earliest', () => given().when(enrol(bornOn)).records(enrolled(bornOn)))
  it('does not begin before birth', () => given().when(enrol('1949-12-31')).refuses('born-after-enrolment'))

  it('moves to another region', () => given(enrolled('2025-01-01')).when(transfer('2025-06-01')).records(transferred('2025-06-01')))
  it('does not move to where it is', () =>
    given(enrolled('2025-01-01'), transferred('2025-06-01')).when(transfer('2025-07-01')).refuses('insured-there-already'))
  it('cannot move before it begins', () => given().when(transfer('2025-06-01')).refuses('not-insured'))

  it('lapses', () => given(enrolled('2025-01-01')).when(lapse('2025-09-30')).records(lapsed('2025-09-30')))
  it('lapses after a move', () =>
    given(enrolled('2025-01-01'), transferred('2025-06-01')).when(lapse('2025-09-30')).records(lapsed('2025-09-30')))
  it('cannot lapse twice', () => given(enrolled('2025-01-01'), lapsed('2025-09-30')).when(lapse('2025-10-31')).refuses('not-insured'))
  it('begins again after a lapse', () =>
    given(enrolled('2025-01-01'), lapsed('2025-09-30')).when(enrol('2025-11-01')).records(enrolled('2025-11-01')))
  it('does not begin again before the lapse', () =>
    given(enrolled('2025-01-01'), lapsed('2025-09-30')).when(enrol('2025-09-01')).refuses('dated-before-last-step'))

  it('records nothing when any command is repeated', () => repeatsRecordNothing(enrolment, anyCommand))
  it('is proven so by commands of which many are accepted', () => expect(shareAccepted(enrolment, anyCommand)).toBeGreaterThan(0.25))
})

const bornOn = '1950-01-01' as PlainDate
const told = { bornOn, insuredRegion: '350203', insurance: 'employee' } as const
const enrol = (on: string): EnrolmentCommand => ({ type: 'Enrol', on: on as PlainDate, ...told })
const transfer = (on: string, insuredRegion = '350211'): EnrolmentCommand => ({
  type: 'TransferInsurance',
  on: on as PlainDate,
  insuredRegion,
})
const lapse = (on: string): EnrolmentCommand => ({ type: 'LapseInsurance', on: on as PlainDate })
const enrolled = (on: string): EnrolmentEvent => ({ type: 'LtcInsuranceEnrolled', data: { on: on as PlainDate, ...told } })
const transferred = (on: string): EnrolmentEvent => ({
  type: 'LtcInsuranceTransferred',
  data: { on: on as PlainDate, insuredRegion: '350211' },
})
const lapsed = (on: string): EnrolmentEvent => ({ type: 'LtcInsuranceLapsed', data: { on: on as PlainDate } })

const anyCommand = fc.oneof(
  fc.constant(enrol('2025-01-01')),
  fc.constantFrom('350203', '350211', '350212').map((region) => transfer('2025-01-01', region)),
  fc.constant(lapse('2025-01-01')),
)
