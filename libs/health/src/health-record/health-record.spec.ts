import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { repeatsRecordNothing, shareAccepted, specify } from '@concord/specify'
import type { PlainDate } from '@concord/standards'
import type { HealthRecordCommand } from './health-record.commands.js'
import { healthRecord } from './health-record.decider.js'
import type { HealthRecordEvent } from './health-record.events.js'

const { given } = specify(healthRecord)

describe('a health record', () => {
  it('is opened once for a person', () => given().when(open('2026-03-02')).records(opened('2026-03-02')))
  it('may be opened on the day of birth', () => given().when(open(bornOn)).records(opened(bornOn)))
  it('is not opened before birth', () => given().when(open('1950-12-31')).refuses('born-after-health-record-opened'))
  it('hears the same opening twice and records it once', () => given(opened('2026-03-02')).when(open('2026-03-02')).recordsNothing())
  it('is not opened again on another day', () => given(opened('2026-03-02')).when(open('2026-03-03')).refuses('health-record-open-already'))
  it('is not opened again for another region', () =>
    given(opened('2026-03-02')).when(open('2026-03-02', '350206')).refuses('health-record-open-already'))

  it('records nothing for any repeated command', () => repeatsRecordNothing(healthRecord, commands))
  it('is tried on commands of which many are accepted', () => expect(shareAccepted(healthRecord, commands)).toBeGreaterThan(0.4))
})

const bornOn = '1951-01-01' as PlainDate
const open = (on: string, residenceRegion = '350203'): HealthRecordCommand => ({
  type: 'OpenHealthRecord',
  on: on as PlainDate,
  bornOn,
  residenceRegion,
})
const opened = (on: string, residenceRegion = '350203'): HealthRecordEvent => ({
  type: 'HealthRecordOpened',
  data: { on: on as PlainDate, bornOn, residenceRegion },
})

const commands = fc.constantFrom('1950-12-31', '2026-03-02', '2026-03-02', '2026-03-02').map((on) => open(on))
