import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { repeatsRecordNothing, shareAccepted, specify } from '@concord/specify'
import { institutionCodeFrom, type PlainDate } from '@concord/standards'
import type { HospitalStayCommand } from './hospital-stay.commands.js'
import { hospitalStay } from './hospital-stay.decider.js'
import type { HospitalStayEvent } from './hospital-stay.events.js'

const { given } = specify(hospitalStay)

describe('a hospital stay', () => {
  it('begins with the admission', () => given().when(admit('A', '2026-03-02')).records(admitted('A', '2026-03-02')))
  it('hears the same admission twice and records it once', () =>
    given(admitted('A', '2026-03-02')).when(admit('A', '2026-03-02')).recordsNothing())
  it('is the only one at a time', () => given(admitted('A', '2026-03-02')).when(admit('B', '2026-03-05')).refuses('in-hospital-already'))
  it('is in one hospital', () =>
    given(admitted('A', '2026-03-02'))
      .when(admit('A', '2026-03-02', otherHospital))
      .refuses('stay-id-used-already'))

  it('ends with the discharge', () =>
    given(admitted('A', '2026-03-02')).when(discharge('A', '2026-03-09')).records(discharged('A', '2026-03-09')))
  it('may end on the day it began', () =>
    given(admitted('A', '2026-03-02')).when(discharge('A', '2026-03-02')).records(discharged('A', '2026-03-02')))
  it('does not end before it began', () =>
    given(admitted('A', '2026-03-02')).when(discharge('A', '2026-03-01')).refuses('discharged-before-admission'))
  it('does not end when none began', () => given().when(discharge('A', '2026-03-09')).refuses('stay-unknown'))
  it('does not end by the discharge from another stay', () =>
    given(admitted('A', '2026-03-02')).when(discharge('B', '2026-03-09')).refuses('stay-unknown'))
  it('hears the same discharge twice and records it once', () =>
    given(...ended)
      .when(discharge('A', '2026-03-09'))
      .recordsNothing())
  it('does not end on two days', () =>
    given(...ended)
      .when(discharge('A', '2026-03-10'))
      .refuses('discharged-already'))

  it('may follow another', () =>
    given(...ended)
      .when(admit('B', '2026-05-01'))
      .records(admitted('B', '2026-05-01')))
  it('may follow another on the same day: a transfer', () =>
    given(...ended)
      .when(admit('B', '2026-03-09', otherHospital))
      .records(admitted('B', '2026-03-09', otherHospital)))
  it('does not overlap another', () =>
    given(...ended)
      .when(admit('B', '2026-03-08'))
      .refuses('admitted-before-last-discharge'))
  it('has an id of its own', () =>
    given(...ended)
      .when(admit('A', '2026-05-01'))
      .refuses('stay-id-used-already'))
  it('hears an old discharge again while in hospital', () =>
    given(...ended, admitted('B', '2026-05-01'))
      .when(discharge('A', '2026-03-09'))
      .recordsNothing())

  it('ignores a recorded discharge that follows no admission', () =>
    given(discharged('A', '2026-03-09')).when(admit('A', '2026-03-02')).records(admitted('A', '2026-03-02')))

  it('records nothing for any repeated command', () => repeatsRecordNothing(hospitalStay, commands))
  it('is tried on commands of which many are accepted', () => expect(shareAccepted(hospitalStay, commands)).toBeGreaterThan(0.3))
})

const hospital = institutionCodeFrom('12350200MB000001')
const otherHospital = institutionCodeFrom('12350200MB000002')
const admit = (stayId: string, on: string, institution = hospital): HospitalStayCommand => ({
  type: 'AdmitToHospital',
  stayId,
  on: on as PlainDate,
  institution,
})
const discharge = (stayId: string, on: string): HospitalStayCommand => ({ type: 'DischargeFromHospital', stayId, on: on as PlainDate })
const admitted = (stayId: string, on: string, institution = hospital): HospitalStayEvent => ({
  type: 'HospitalAdmitted',
  data: { stayId, on: on as PlainDate, institution },
})
const discharged = (stayId: string, on: string): HospitalStayEvent => ({
  type: 'HospitalDischarged',
  data: { stayId, on: on as PlainDate },
})
const ended = [admitted('A', '2026-03-02'), discharged('A', '2026-03-09')]

const days = fc.constantFrom('2026-03-02', '2026-03-02', '2026-03-02', '2026-03-03')
const ids = fc.constantFrom('A', 'B', 'C')
const commands = fc.oneof(
  fc.tuple(ids, days).map(([stayId, on]) => admit(stayId, on)),
  fc.tuple(ids, days).map(([stayId, on]) => discharge(stayId, on)),
)
