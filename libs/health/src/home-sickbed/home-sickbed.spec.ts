import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { repeatsRecordNothing, shareAccepted, specify } from '@concord/specify'
import { institutionCodeFrom, type PlainDate } from '@concord/standards'
import type { HomeSickbedCommand } from './home-sickbed.commands.js'
import { homeSickbed } from './home-sickbed.decider.js'
import type { HomeSickbedEvent } from './home-sickbed.events.js'

const { given } = specify(homeSickbed)

describe('a home sickbed', () => {
  it('opens once for a person', () => given().when(open('2026-03-02')).records(opened('2026-03-02')))
  it('hears the same opening twice and records it once', () => given(opened('2026-03-02')).when(open('2026-03-02')).recordsNothing())
  it('is open at one institution only', () => given(opened('2026-03-02')).when(open('2026-03-05', clinic)).refuses('open-already'))

  it('closes', () => given(opened('2026-03-02')).when(close('2026-04-01')).records(closed('2026-04-01')))
  it('may close on the day it opened', () => given(opened('2026-03-02')).when(close('2026-03-02')).records(closed('2026-03-02')))
  it('cannot close before it opened', () => given(opened('2026-03-02')).when(close('2026-03-01')).refuses('closed-before-opening'))
  it('cannot close when it was never opened', () => given().when(close('2026-03-01')).refuses('not-open'))
  it('hears the same closing twice and records it once', () =>
    given(opened('2026-03-02'), closed('2026-04-01')).when(close('2026-04-01')).recordsNothing())
  it('cannot close a second time on another day', () =>
    given(opened('2026-03-02'), closed('2026-04-01')).when(close('2026-04-02')).refuses('not-open'))

  it('opens again after it was closed', () =>
    given(opened('2026-03-02'), closed('2026-04-01')).when(open('2026-05-01')).records(opened('2026-05-01')))
  it('cannot open again before it was closed', () =>
    given(opened('2026-03-02'), closed('2026-04-01')).when(open('2026-03-31')).refuses('opened-before-last-closing'))

  it('records nothing for any repeated command', () => repeatsRecordNothing(homeSickbed, commands))
  it('is tried on commands of which many are accepted', () => expect(shareAccepted(homeSickbed, commands)).toBeGreaterThan(0.4))
})

const hospital = institutionCodeFrom('12350200MB000001')
const clinic = institutionCodeFrom('12350200MB000002')
const open = (on: string, institution = hospital): HomeSickbedCommand => ({ type: 'OpenHomeSickbed', on: on as PlainDate, institution })
const close = (on: string): HomeSickbedCommand => ({ type: 'CloseHomeSickbed', on: on as PlainDate, reason: 'recovered' })
const opened = (on: string, institution = hospital): HomeSickbedEvent => ({
  type: 'HomeSickbedOpened',
  data: { on: on as PlainDate, institution },
})
const closed = (on: string): HomeSickbedEvent => ({ type: 'HomeSickbedClosed', data: { on: on as PlainDate, reason: 'recovered' } })

const days = fc.constantFrom('2026-03-02', '2026-03-03')
const commands = fc.oneof(
  fc.tuple(days, fc.constantFrom(hospital, hospital, clinic)).map(([on, institution]) => open(on, institution)),
  days.map(close),
)
