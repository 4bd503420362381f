import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { repeatsRecordNothing, shareAccepted, specify } from '@concord/specify'
import type { PlainDate } from '@concord/standards'
import type { FileCommand } from './file.commands.js'
import { file } from './file.decider.js'
import type { FileEvent } from './file.events.js'

const { given } = specify(file)

describe("a person's civil-affairs file", () => {
  it('opens once', () => given().when(open('2026-01-05')).records(opened('2026-01-05')))
  it('does not open a second time with other facts', () =>
    given(opened('2026-01-05')).when(open('2026-01-06')).refuses('file-open-already'))
  it('does not open before its person was born', () => given().when(open('1950-06-14')).refuses('born-after-file-opening'))
})

describe('a residence', () => {
  it('moves on a day', () => given(opened('2026-01-05')).when(move('2026-03-01', huli)).records(moved('2026-03-01', huli)))
  it('moves only where a file is open', () => given().when(move('2026-03-01', huli)).refuses('file-not-open'))
  it('does not move before the file was opened', () =>
    given(opened('2026-01-05')).when(move('2026-01-04', huli)).refuses('moved-before-file-opening'))
  it('does not move to two places on one day', () =>
    given(opened('2026-01-05'), moved('2026-03-01', huli)).when(move('2026-03-01', siming)).refuses('moved-elsewhere-that-day'))
  it('moves back to where it was', () =>
    given(opened('2026-01-05'), moved('2026-03-01', huli)).when(move('2026-04-01', siming)).records(moved('2026-04-01', siming)))
  it('takes a move that becomes known late on the day on which it happened', () =>
    given(opened('2026-01-05'), moved('2026-04-01', siming)).when(move('2026-03-01', huli)).records(moved('2026-03-01', huli)))
  it('keeps its places in the order of their days, however they became known', () =>
    expect([opened('2026-01-05'), moved('2026-04-01', siming), moved('2026-03-01', huli)].reduce(file.evolve, file.initial)).toMatchObject({
      residences: [{ residenceRegion: siming }, { residenceRegion: huli }, { residenceRegion: siming }],
    }))
})

describe('repeated commands', () => {
  it('record nothing', () => repeatsRecordNothing(file, commands))
  it('are tried on histories of which most is accepted', () => expect(shareAccepted(file, commands)).toBeGreaterThan(0.5))
})

const siming = '350203'
const huli = '350206'
const person = { bornOn: '1950-06-15' as PlainDate, householdRegion: siming, residenceRegion: siming }

const open = (on: string): FileCommand => ({ type: 'OpenFile', on: on as PlainDate, ...person })
const move = (on: string, residenceRegion: string): FileCommand => ({ type: 'MoveResidence', on: on as PlainDate, residenceRegion })
const opened = (on: string): FileEvent => ({ type: 'CivilAffairsFileOpened', data: { on: on as PlainDate, ...person } })
const moved = (on: string, residenceRegion: string): FileEvent => ({
  type: 'ResidenceMoved',
  data: { on: on as PlainDate, residenceRegion },
})

const day = fc.integer({ min: 10, max: 28 }).map((day) => `2026-03-${day}`)
const commands = fc.oneof(
  { weight: 4, arbitrary: fc.constant(open('2026-01-05')) },
  { weight: 1, arbitrary: day.map(open) },
  { weight: 7, arbitrary: fc.tuple(day, fc.constantFrom(siming, huli)).map(([on, region]) => move(on, region)) },
)
