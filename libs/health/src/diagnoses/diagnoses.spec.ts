import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { repeatsRecordNothing, shareAccepted, specify } from '@concord/specify'
import type { PlainDate } from '@concord/standards'
import type { DiagnosisCommand } from './diagnoses.commands.js'
import { diagnoses } from './diagnoses.decider.js'
import type { Diagnosis, DiagnosisEvent } from './diagnoses.events.js'

const { given } = specify(diagnoses)

describe('a diagnosis', () => {
  it.each(['F00', 'F01', 'F02', 'F03'])('%s is a dementia', (code) =>
    given()
      .when(record({ code }))
      .records({ type: 'DementiaDiagnosed', data: diagnosis({ code }) }),
  )
  it.each(['F04', 'F09', 'F10', 'F32', 'F99'])('%s is another mental disorder', (code) =>
    given()
      .when(record({ code }))
      .records({ type: 'MentalDisorderDiagnosed', data: diagnosis({ code }) }),
  )
  it.each(['I63', 'G30', 'F0', 'F100', 'F01.1', 'f01', ''])('%p is not reported', (code) =>
    given().when(record({ code })).refuses('diagnosis-code-not-reportable'),
  )
  it('keeps who made it: a specialist or not', () =>
    given()
      .when(record({ code: 'F20', bySpecialist: false }))
      .records({ type: 'MentalDisorderDiagnosed', data: diagnosis({ code: 'F20', bySpecialist: false }) }))

  it('is heard twice and recorded once', () => given(diagnosed()).when(record()).recordsNothing())
  it('has an id of its own', () => {
    given(diagnosed())
      .when(record({ code: 'F02' }))
      .refuses('diagnosis-id-used-already')
    given(diagnosed())
      .when(record({ on: '2026-03-03' as PlainDate }))
      .refuses('diagnosis-id-used-already')
    given(diagnosed())
      .when(record({ bySpecialist: false }))
      .refuses('diagnosis-id-used-already')
  })
  it('may stand beside another', () =>
    given(diagnosed())
      .when(record({ diagnosisId: 'second' }))
      .records(diagnosed({ diagnosisId: 'second' })))

  it('records nothing for any repeated command', () => repeatsRecordNothing(diagnoses, commands))
  it('is tried on commands of which many are accepted', () => expect(shareAccepted(diagnoses, commands)).toBeGreaterThan(0.4))
})

describe('the correction of a diagnosis', () => {
  it('withdraws it', () => given(diagnosed()).when(correct('2026-05-06')).records(corrected('2026-05-06')))
  it('may come on the same day', () => given(diagnosed()).when(correct('2026-03-02')).records(corrected('2026-03-02')))
  it('does not come before it', () => given(diagnosed()).when(correct('2026-03-01')).refuses('corrected-before-diagnosis'))
  it('needs a diagnosis', () => given().when(correct('2026-05-06')).refuses('diagnosis-unknown'))
  it('is heard twice and recorded once', () => given(diagnosed(), corrected('2026-05-06')).when(correct('2026-05-06')).recordsNothing())
  it('is made once', () => given(diagnosed(), corrected('2026-05-06')).when(correct('2026-05-07')).refuses('diagnosis-corrected-already'))
  it('ends the id: a later diagnosis has a new one', () => {
    const history = [diagnosed(), corrected('2026-05-06')]
    given(...history)
      .when(record())
      .refuses('diagnosis-corrected-already')
    given(...history)
      .when(record({ diagnosisId: 'second' }))
      .records(diagnosed({ diagnosisId: 'second' }))
  })
  it('leaves other diagnoses as they stand', () =>
    given(diagnosed(), diagnosed({ diagnosisId: 'second' }), corrected('2026-05-06'))
      .when(correct('2026-06-01', 'second'))
      .records(corrected('2026-06-01', 'second')))
})

const diagnosis = (but: Partial<Diagnosis> = {}): Diagnosis => ({
  diagnosisId: 'first',
  code: 'F01',
  on: '2026-03-02' as PlainDate,
  bySpecialist: true,
  ...but,
})
const record = (but: Partial<Diagnosis> = {}): DiagnosisCommand => ({ type: 'RecordDiagnosis', ...diagnosis(but) })
const correct = (on: string, diagnosisId = 'first'): DiagnosisCommand => ({ type: 'CorrectDiagnosis', diagnosisId, on: on as PlainDate })
const diagnosed = (but: Partial<Diagnosis> = {}): DiagnosisEvent => ({ type: 'DementiaDiagnosed', data: diagnosis(but) })
const corrected = (on: string, diagnosisId = 'first'): DiagnosisEvent => ({
  type: 'DiagnosisCorrected',
  data: { diagnosisId, on: on as PlainDate },
})

const ids = fc.integer({ min: 1, max: 12 }).map((number) => `diagnosis ${number}`)
const commands: fc.Arbitrary<DiagnosisCommand> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(ids, fc.constantFrom('F01', 'F01', 'F20')).map(([diagnosisId, code]) => record({ diagnosisId, code })) },
  { weight: 1, arbitrary: ids.map((diagnosisId) => correct('2026-05-06', diagnosisId)) },
)
