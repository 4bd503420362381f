import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { repeatsRecordNothing, shareAccepted, specify } from '@concord/specify'
import type { PlainDate } from '@concord/standards'
import type { ComaCommand } from './coma.commands.js'
import { coma } from './coma.decider.js'
import type { ComaEvent } from './coma.events.js'

const { given } = specify(coma)

describe('a coma', () => {
  it('begins', () => given().when(begin('2026-03-02')).records(began('2026-03-02')))
  it('hears the same beginning twice and records it once', () => given(began('2026-03-02')).when(begin('2026-03-02')).recordsNothing())
  it('does not begin within a coma', () => given(began('2026-03-02')).when(begin('2026-03-05')).refuses('in-coma-already'))

  it('ends', () => given(began('2026-03-02')).when(end('2026-03-09')).records(ended('2026-03-09')))
  it('may end on the day it began', () => given(began('2026-03-02')).when(end('2026-03-02')).records(ended('2026-03-02')))
  it('does not end before it began', () => given(began('2026-03-02')).when(end('2026-03-01')).refuses('coma-ended-before-it-began'))
  it('does not end when none was reported', () => given().when(end('2026-03-09')).refuses('not-in-coma'))
  it('hears the same end twice and records it once', () =>
    given(began('2026-03-02'), ended('2026-03-09')).when(end('2026-03-09')).recordsNothing())
  it('does not end a second time on another day', () =>
    given(began('2026-03-02'), ended('2026-03-09')).when(end('2026-03-10')).refuses('not-in-coma'))

  it('may come again', () => given(began('2026-03-02'), ended('2026-03-09')).when(begin('2026-05-01')).records(began('2026-05-01')))
  it('does not come again before the last one ended', () =>
    given(began('2026-03-02'), ended('2026-03-09')).when(begin('2026-03-08')).refuses('coma-before-last-ended'))

  it('records nothing for any repeated command', () => repeatsRecordNothing(coma, commands))
  it('is tried on commands of which many are accepted', () => expect(shareAccepted(coma, commands)).toBeGreaterThan(0.4))
})

const begin = (on: string): ComaCommand => ({ type: 'BeginComa', on: on as PlainDate })
const end = (on: string): ComaCommand => ({ type: 'EndComa', on: on as PlainDate })
const began = (on: string): ComaEvent => ({ type: 'ComaBegan', data: { on: on as PlainDate } })
const ended = (on: string): ComaEvent => ({ type: 'ComaEnded', data: { on: on as PlainDate } })

const days = fc.constantFrom('2026-03-02', '2026-03-03', '2026-03-04')
const commands = fc.oneof(days.map(begin), days.map(end))
