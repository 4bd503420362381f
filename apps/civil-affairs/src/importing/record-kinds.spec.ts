import { describe, expect, it } from '@jest/globals'
import { type EventStore, handle, type Handled, inMemoryEventStore, type RecordedEvent } from '@concord/event-store'
import type { PersonOfRow, RecordKind } from '@concord/file-import'
import { personId } from '@concord/identity'
import { institutionCodeFrom, type PlainDate, residentNumber } from '@concord/standards'
import { recordKinds } from './record-kinds.js'

type Cells = Readonly<Record<string, string>>

const document = residentNumber({ region: '350203', bornOn: '1940-05-05' as PlainDate, sequence: 12 })
const file = { document, bornOn: '', on: '2024-03-02', householdRegion: '350203', residenceRegion: '350203' }
const assessment = {
  document,
  assessmentId: '2026-0017',
  on: '2026-03-02',
  reason: 'first',
  change: '',
  items: '0 0 0 0 0 0 0 0 4 4 4 3 4 4 4 4 4 4 1 1 2 2 2 4 3 4',
  coma: '否',
  dementiaOrMentalDisorder: '是',
  careRiskEvents30Days: '0',
  institution: institutionCodeFrom('12350200MB000001'),
  assessors: 'A-001 A-002',
  onSite: '是',
}
const late = { ...assessment, assessmentId: '2025-0044', on: '2025-09-01', lateRecord: '是' }
const hardship = { document, status: 'low-income', on: '2025-01-01', withdrawnOn: '' }
const grant = { document, subsidyId: 'S-1', on: '2026-04-01', monthlyFen: '12100', hardship: 'low-income', stoppedOn: '', stopReason: '' }
const certificate = { certificateId: 'C-1', grade: '2', components: '42 63' }
const own = { assessmentId: '2026-0017', level: '3' }
const recognised = { recognisedFindingId: '7f5cf1de-54f3-4d6a-92a5-0c4ec4a6a000', recognisedAs: 'severe-or-worse' }
const living = { ...grant, ...certificate }
const death = { document, diedOn: '2026-03-01', reportedOn: '2026-03-02' }

/** A row of each kind as text, the row that comes before it, and what it records. */
const files: readonly {
  readonly kind: string
  readonly row: Cells
  readonly after?: readonly [string, Cells]
  readonly records: readonly string[]
}[] = [
  { kind: 'civil-affairs-files', row: file, records: ['CivilAffairsFileOpened'] },
  {
    kind: 'residence-moves',
    row: { document, on: '2026-04-01', residenceRegion: '350206' },
    after: ['civil-affairs-files', file],
    records: ['ResidenceMoved'],
  },
  { kind: 'ability-assessments', row: assessment, records: ['ElderAbilityAssessed'] },
  { kind: 'ability-assessments', row: late, after: ['ability-assessments', assessment], records: ['ElderAbilityAssessed'] },
  {
    kind: 'ability-assessments',
    row: { ...assessment, assessmentId: '2026-0018', on: '2026-03-20', reason: 'immediate', change: 'condition-worse' },
    after: ['ability-assessments', assessment],
    records: ['ElderAbilityAssessed'],
  },
  {
    kind: 'ability-review-requests',
    row: { document, assessmentId: '2026-0017', on: '2026-03-10' },
    after: ['ability-assessments', assessment],
    records: ['AbilityReviewRequested'],
  },
  {
    kind: 'ability-assessment-revocations',
    row: { document, assessmentId: '2026-0017', on: '2026-03-10', reason: 'fraud' },
    after: ['ability-assessments', assessment],
    records: ['AbilityAssessmentRevoked'],
  },
  { kind: 'hardship-statuses', row: hardship, records: ['HardshipRecognised'] },
  {
    kind: 'hardship-statuses',
    row: { ...hardship, withdrawnOn: '2026-01-01' },
    after: ['hardship-statuses', hardship],
    records: ['HardshipWithdrawn'],
  },
  { kind: 'disability-living-subsidies', row: living, records: ['SubsidyGranted'] },
  {
    kind: 'disability-living-subsidies',
    row: { ...living, stoppedOn: '2026-05-01', stopReason: 'own-wish' },
    after: ['disability-living-subsidies', living],
    records: ['SubsidyStopped'],
  },
  {
    kind: 'disability-nursing-subsidies',
    row: { ...living, hardship: '', needsLongTermCare: '1', stoppedOn: '2026-05-01', stopReason: 'own-wish' },
    records: ['SubsidyGranted', 'SubsidyStopped'],
  },
  { kind: 'elder-nursing-subsidies', row: { ...grant, ...own }, records: ['SubsidyGranted'] },
  { kind: 'elder-nursing-subsidies', row: { ...grant, ...recognised, assessmentId: '', level: '' }, records: ['SubsidyGranted'] },
  {
    kind: 'care-vouchers',
    row: { document, voucherId: 'V-1', on: '2026-03-20', month: '2026-03', fen: '50000', ...own },
    records: ['CareVoucherIssued'],
  },
  { kind: 'death-reports', row: death, records: ['DeathReported'] },
  {
    kind: 'death-report-withdrawals',
    row: { document, on: '2026-03-09' },
    after: ['death-reports', death],
    records: ['DeathReportWithdrawn'],
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
    ['civil-affairs-files', { ...file, document: 'CHN350240050501' }, 'bornOn'],
    ['ability-assessments', { ...assessment, items: '9 0 0 0 0 0 0 0 4 4 4 3 4 4 4 4 4 4 1 1 2 2 2 4 3 4' }, 'items.0'],
    ['ability-assessments', { ...assessment, assessmentId: document }, 'assessmentId'],
    ['disability-living-subsidies', { ...living, components: '99' }, 'components.0'],
    ['disability-living-subsidies', { ...living, stoppedOn: '2026-05-01' }, 'stopReason'],
    ['elder-nursing-subsidies', { ...grant, assessmentId: '2026-0017' }, 'assessmentId'],
    ['death-reports', { ...death, reportedOn: '2999-01-01' }, 'reportedOn'],
  ] as const)('of %s says what is missing or contradicts', (kind, row, column) =>
    expect(kindOf(kind).read(row)).toMatchObject({ fits: false, problems: [{ column }] }),
  )

  it('tells a refusal of the rules as the HTTP API does', async () =>
    expect(await bring(inMemoryEventStore(), 'disability-living-subsidies', { ...living, hardship: '' })).toEqual({
      accepted: false,
      refusal: 'not-in-hardship',
    }))
})

const person = personId.parse('ab'.repeat(16))

const kindOf = (name: string): RecordKind => {
  const kind = recordKinds.find((known) => known.name === name)
  if (!kind) throw new Error(`no kind of record is called ${name}`)
  return kind
}

const bring = (store: EventStore, kind: string, row: Cells): Promise<Handled<string>> => {
  const read = kindOf(kind).read(row)
  if (!read.fits) throw new Error(JSON.stringify(read.problems))
  const cause = { commandId: crypto.randomUUID(), by: 'import', correlationId: 'import', digest: '' }
  const change: PersonOfRow['change'] = (codec, decider, thing, command) =>
    handle({ store, codec }, decider, { stream: `${thing}-${person}`, cause }, command)
  return read.write({ person, change })
}

const everything = async (store: EventStore): Promise<readonly string[]> => {
  const seen: RecordedEvent[] = []
  const things = ['file', 'abilityAssessment', 'hardship', 'subsidies', 'careVoucher', 'deathReport']
  for (const thing of things) seen.push(...(await Array.fromAsync(store.read(`${thing}-${person}`))))
  return seen.map(({ type }) => type)
}
