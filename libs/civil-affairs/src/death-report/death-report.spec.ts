import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { repeatsRecordNothing, shareAccepted, specify } from '@concord/specify'
import { addDays, type PlainDate } from '@concord/standards'
import type { DeathReportCommand } from './death-report.commands.js'
import { deathReport } from './death-report.decider.js'
import type { DeathReportEvent } from './death-report.events.js'

const { given } = specify(deathReport)

describe('a death report', () => {
  it('names the day of death', () => given().when(report('2026-03-01', '2026-03-04')).records(reported('2026-03-01', '2026-03-04')))
  it('is not made before the death', () => given().when(report('2026-03-05', '2026-03-04')).refuses('died-after-report'))
  it('is made once', () =>
    given(reported('2026-03-01', '2026-03-04')).when(report('2026-03-02', '2026-03-04')).refuses('death-reported-already'))
  it('is withdrawn when it was wrong', () =>
    given(reported('2026-03-01', '2026-03-04')).when(withdraw('2026-03-09')).records(withdrawn('2026-03-09')))
  it('is not withdrawn before it was made', () =>
    given(reported('2026-03-01', '2026-03-04')).when(withdraw('2026-03-03')).refuses('withdrawn-before-death-report'))
  it('is not withdrawn where none was made', () => given().when(withdraw('2026-03-09')).refuses('no-death-reported'))
  it('is not withdrawn twice on different days', () =>
    given(reported('2026-03-01', '2026-03-04'), withdrawn('2026-03-09')).when(withdraw('2026-03-10')).refuses('no-death-reported'))
  it('is made again with the right day after a wrong one was withdrawn', () =>
    given(reported('2026-03-01', '2026-03-04'), withdrawn('2026-03-09'))
      .when(report('2026-02-28', '2026-03-09'))
      .records(reported('2026-02-28', '2026-03-09')))
  it('is not made again before the wrong one was withdrawn', () =>
    given(reported('2026-03-01', '2026-03-04'), withdrawn('2026-03-09'))
      .when(report('2026-03-01', '2026-03-08'))
      .refuses('death-reported-before-withdrawal'))
})

describe('repeated commands', () => {
  it('record nothing', () => repeatsRecordNothing(deathReport, commands))
  it('are tried on histories of which a good part is accepted', () => expect(shareAccepted(deathReport, commands)).toBeGreaterThan(0.3))
})

const report = (diedOn: string, reportedOn: string): DeathReportCommand => ({
  type: 'ReportDeath',
  diedOn: diedOn as PlainDate,
  reportedOn: reportedOn as PlainDate,
})
const withdraw = (on: string): DeathReportCommand => ({ type: 'WithdrawDeathReport', on: on as PlainDate })
const reported = (diedOn: string, reportedOn: string): DeathReportEvent => ({
  type: 'DeathReported',
  data: { diedOn: diedOn as PlainDate, reportedOn: reportedOn as PlainDate },
})
const withdrawn = (on: string): DeathReportEvent => ({ type: 'DeathReportWithdrawn', data: { on: on as PlainDate } })

const day = fc.integer({ min: 0, max: 3 }).map((days) => addDays('2026-03-01' as PlainDate, days))
const commands = fc.oneof(
  fc.tuple(day, fc.integer({ min: 0, max: 3 })).map(([died, later]) => report(died, addDays(died, later))),
  day.map((on) => withdraw(addDays(on, 3))),
)
