import { describe, expect, it } from '@jest/globals'
import { type EventStore, handle, type Handled, inMemoryEventStore, type RecordedEvent } from '@concord/event-store'
import type { PersonOfRow, ReadRow, RecordKind } from '@concord/file-import'
import { personId } from '@concord/identity'
import { institutionCodeFrom, type PlainDate, residentNumber } from '@concord/standards'
import { recordKinds } from './record-kinds.js'

type Cells = Readonly<Record<string, string>>

const document = residentNumber({ region: '350203', bornOn: '1940-05-05' as PlainDate, sequence: 12 })
const institution = institutionCodeFrom('12350200MB000001')
const assessment = { document, assessmentId: '2026-0017', on: '2026-03-02', institution, disabled: '是', livesAtHome: '是' }
const diagnosis = { document, diagnosisId: 'D-9', code: 'F01', on: '2026-03-02', bySpecialist: '1' }
const certificate = { document, diedOn: '2026-03-01', certifiedOn: '2026-03-02' }

/** A row of each kind as text, the row that comes before it, and what it records. */
const files: readonly {
  readonly kind: string
  readonly row: Cells
  readonly after?: readonly [string, Cells]
  readonly records: readonly string[]
}[] = [
  { kind: 'health-records', row: { document, bornOn: '', on: '2026-03-02', residenceRegion: '350203' }, records: ['HealthRecordOpened'] },
  { kind: 'health-assessments', row: assessment, records: ['DisabledElderHealthAssessed'] },
  {
    kind: 'home-visits',
    row: { document, assessmentId: '2026-0017', visitId: '1', on: '2026-06-01' },
    after: ['health-assessments', assessment],
    records: ['HomeVisitMade'],
  },
  { kind: 'diagnoses', row: diagnosis, records: ['DementiaDiagnosed'] },
  {
    kind: 'diagnosis-corrections',
    row: { document, diagnosisId: 'D-9', on: '2026-05-06' },
    after: ['diagnoses', diagnosis],
    records: ['DiagnosisCorrected'],
  },
  { kind: 'comas', row: { document, on: '2026-03-02', endedOn: '2026-03-09' }, records: ['ComaBegan', 'ComaEnded'] },
  { kind: 'comas', row: { document, on: '2026-03-02', endedOn: '' }, records: ['ComaBegan'] },
  { kind: 'falls', row: { document, fallId: '4', on: '2026-03-02' }, records: ['FallReported'] },
  {
    kind: 'hospital-stays',
    row: { document, stayId: '5', on: '2026-03-02', institution, dischargedOn: '2026-03-09' },
    records: ['HospitalAdmitted', 'HospitalDischarged'],
  },
  {
    kind: 'hospital-stays',
    row: { document, stayId: '5', on: '2026-03-02', institution, dischargedOn: '2026-03-09' },
    after: ['hospital-stays', { document, stayId: '5', on: '2026-03-02', institution, dischargedOn: '' }],
    records: ['HospitalDischarged'],
  },
  {
    kind: 'home-sickbeds',
    row: { document, on: '2026-03-02', institution, closedOn: '2026-04-01', closingReason: 'recovered' },
    records: ['HomeSickbedOpened', 'HomeSickbedClosed'],
  },
  { kind: 'home-sickbeds', row: { document, on: '2026-03-02', institution }, records: ['HomeSickbedOpened'] },
  { kind: 'death-certificates', row: certificate, records: ['DeathCertified'] },
  {
    kind: 'death-certificate-corrections',
    row: { document, on: '2026-04-01', diedOn: '', lives: '是' },
    after: ['death-certificates', certificate],
    records: ['DeathCertificateCorrected'],
  },
]

describe.each(files)('a row of $kind that records $records', ({ kind, row, after, records }) => {
  it('is taken once, however often it comes', async () => {
    const store = inMemoryEventStore()
    if (after) await bring(store, ...after)
    const earlier = (await everything(store)).length
    expect(await bring(store, kind, row)).toMatchObject({ accepted: true })
    expect(await bring(store, kind, row)).toMatchObject({ accepted: true })
    expect((await everything(store)).slice(earlier)).toEqual(records)
  })
})

describe('a file', () => {
  it('is known for every kind', () => expect(new Set(files.map(({ kind }) => kind))).toEqual(new Set(recordKinds.map(({ name }) => name))))

  it.each(files)('of $kind names the column of a bad cell', ({ kind, row }) =>
    expect(kindOf(kind).read({ ...row, document: 'nobody' })).toMatchObject({ fits: false, problems: [{ column: 'document' }] }),
  )

  it.each([
    ['home-sickbeds', { document, on: '2026-03-02', institution, closedOn: '2026-04-01' }, 'closingReason'],
    ['death-certificate-corrections', { document, on: '2026-04-01', diedOn: '' }, 'diedOn'],
    ['death-certificate-corrections', { document, on: '2026-04-01', diedOn: '2026-02-28', lives: '是' }, 'diedOn'],
    ['health-records', { document: 'CHN350240050501', on: '2026-03-02', residenceRegion: '350203' }, 'bornOn'],
    ['falls', { document, fallId: document, on: '2026-03-02' }, 'fallId'],
    ['falls', { document, fallId: '4', on: '2999-01-01' }, 'on'],
  ] as const)('of %s says what is missing or contradicts', (kind, row, column) =>
    expect(kindOf(kind).read(row)).toMatchObject({ fits: false, problems: [{ column }] }),
  )

  it('tells a refusal of the rules as the HTTP API does', async () =>
    expect(await bring(inMemoryEventStore(), 'diagnoses', { ...diagnosis, code: 'I63' })).toEqual({
      accepted: false,
      refusal: 'diagnosis-code-not-reportable',
    }))
})

const person = personId.parse('ab'.repeat(16))

const kindOf = (name: string): RecordKind => {
  const kind = recordKinds.find((known) => known.name === name)
  if (!kind) throw new Error(`no kind of record is called ${name}`)
  return kind
}

const bring = (store: EventStore, kind: string, row: Cells): Promise<Handled<string>> => {
  const read: ReadRow = kindOf(kind).read(row)
  if (!read.fits) throw new Error(JSON.stringify(read.problems))
  const cause = { commandId: JSON.stringify(row), by: 'import', correlationId: 'import', digest: '' }
  const change: PersonOfRow['change'] = (codec, decider, thing, command) =>
    handle({ store, codec }, decider, { stream: `${thing}-${person}`, cause }, command)
  return read.write({ person, change })
}

const everything = async (store: EventStore): Promise<readonly string[]> => {
  const seen: RecordedEvent[] = []
  const things = ['healthRecord', 'healthAssessment', 'diagnoses', 'coma', 'falls', 'hospitalStay', 'homeSickbed', 'deathCertificate']
  for (const thing of things) seen.push(...(await Array.fromAsync(store.read(`${thing}-${person}`))))
  return seen.map(({ type }) => type)
}
