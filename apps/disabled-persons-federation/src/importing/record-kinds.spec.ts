import { describe, expect, it } from '@jest/globals'
import { type EventStore, handle, type Handled, inMemoryEventStore } from '@concord/event-store'
import type { PersonOfRow, RecordKind } from '@concord/file-import'
import { personId } from '@concord/identity'
import { institutionCodeFrom, type PlainDate, residentNumber } from '@concord/standards'
import { recordKinds } from './record-kinds.js'

type Cells = Readonly<Record<string, string>>
type Row = readonly [kind: string, row: Cells]

const document = residentNumber({ region: '350203', bornOn: '1958-05-04' as PlainDate, sequence: 13 })
const about = { document, certificateId: '2015-0042' }
const evaluation = {
  determinedOn: '2015-03-03',
  institution: institutionCodeFrom('12350200MB000001'),
  category: '7',
  grade: '1',
  components: '11 43',
}
const single = { ...evaluation, category: '4', grade: '2', components: '' }

const application = { ...about, appliedOn: '2015-03-02', householdRegion: '350203', bornOn: '' }
const certificate = { ...application, ...evaluation, publicisedOn: '2015-03-05', issuedOn: '2015-03-31' }
const applied: Row = ['certificate-applications', application]
const evaluated: Row = ['disability-evaluations', { ...about, ...single, publicisedOn: '2015-03-05' }]
const issued: Row = ['certificates', certificate]
const frozen: Row = ['certificate-freezes', { ...about, on: '2016-01-04', reason: 'data-check' }]
const disputed: Row = ['evaluation-disputes', { ...about, on: '2015-04-01' }]
const wholeApplication = ['CertificateApplied', 'ApplicationAccepted', 'DisabilityEvaluated', 'EvaluationPublicised', 'CertificateIssued']

/** A row of each kind as text, the rows that come before it, and what it records. */
const files: readonly { readonly row: Row; readonly after: readonly Row[]; readonly records: readonly string[] }[] = [
  { row: issued, after: [], records: wholeApplication },
  { row: issued, after: [applied], records: wholeApplication.slice(2) },
  { row: applied, after: [], records: wholeApplication.slice(0, 2) },
  { row: evaluated, after: [applied], records: wholeApplication.slice(2, 4) },
  { row: ['certificate-issues', { ...about, on: '2015-03-31' }], after: [applied, evaluated], records: ['CertificateIssued'] },
  {
    row: ['certificate-refusals', { ...about, on: '2015-03-03', reason: 'withdrawn' }],
    after: [applied],
    records: ['CertificateRefused'],
  },
  { row: ['certificate-renewals', { ...about, on: '2025-03-03' }], after: [issued], records: ['CertificateRenewed'] },
  { row: ['certificate-reissues', { ...about, on: '2016-01-04' }], after: [issued], records: ['CertificateReissued'] },
  {
    row: ['regradings', { ...about, on: '2016-01-04', ...single, determinedOn: '2016-01-03' }],
    after: [issued],
    records: ['DisabilityRegraded'],
  },
  {
    row: ['certificate-moves', { ...about, on: '2016-01-04', householdRegion: '350206' }],
    after: [issued],
    records: ['CertificateMoved'],
  },
  { row: frozen, after: [issued], records: ['CertificateFrozen'] },
  { row: ['certificate-unfreezes', { ...about, on: '2016-01-05' }], after: [issued, frozen], records: ['CertificateUnfrozen'] },
  { row: ['certificate-expiries', { ...about, on: '2025-04-01' }], after: [issued], records: ['CertificateExpired'] },
  {
    row: ['certificate-cancellations', { ...about, on: '2016-01-04', reason: 'deceased' }],
    after: [issued],
    records: ['CertificateCancelled'],
  },
  { row: disputed, after: [issued], records: ['EvaluationDisputed'] },
  {
    row: ['dispute-conclusions', { ...about, on: '2015-04-20', ...single, determinedOn: '2015-04-19' }],
    after: [issued, disputed],
    records: ['DisputeConcluded'],
  },
]

describe.each(files.map((file) => ({ ...file, kind: file.row[0] })))('a row of $kind that records $records', ({ row, after, records }) => {
  it('is taken once, however often it comes', async () => {
    const store = inMemoryEventStore()
    for (const earlier of after) expect(await bring(store, earlier)).toMatchObject({ accepted: true })
    const before = (await everything(store)).length
    expect(await bring(store, row)).toMatchObject({ accepted: true })
    expect(await bring(store, row)).toMatchObject({ accepted: true })
    expect((await everything(store)).slice(before)).toEqual(records)
  })
})

describe('a file', () => {
  it('is known for every kind', () => expect(new Set(files.map(({ row }) => row[0]))).toEqual(new Set(recordKinds.map(({ name }) => name))))

  it.each(files.map(({ row }) => row))('of %s names the column of a bad cell', (kind, cells) =>
    expect(kindOf(kind).read({ ...cells, document: 'nobody' })).toMatchObject({ fits: false, problems: [{ column: 'document' }] }),
  )

  it.each([
    ['certificates', { ...certificate, components: '11 45' }, 'components.1'],
    ['certificates', { ...certificate, category: '8' }, 'category'],
    ['certificates', { ...certificate, document: 'CHN350258050401' }, 'bornOn'],
    ['certificates', { ...certificate, issuedOn: '2999-01-01' }, 'issuedOn'],
    ['certificate-renewals', { ...about, certificateId: document, on: '2025-03-03' }, 'certificateId'],
    ['certificate-renewals', { ...about, certificateId: `${document}43`, on: '2025-03-03' }, 'certificateId'],
  ] as const)('of %s says what is missing or contradicts', (kind, cells, column) =>
    expect(kindOf(kind).read(cells)).toMatchObject({ fits: false, problems: [{ column }] }),
  )

  it('tells a refusal of the rules as the HTTP API does', async () =>
    expect(await bring(inMemoryEventStore(), ['certificates', { ...certificate, components: '' }])).toEqual({
      accepted: false,
      refusal: 'multiple-needs-two-components',
    }))
})

const person = personId.parse('ab'.repeat(16))

const kindOf = (name: string): RecordKind => {
  const kind = recordKinds.find((known) => known.name === name)
  if (!kind) throw new Error(`no kind of record is called ${name}`)
  return kind
}

let rowsBrought = 0

/** Each time under a new command id, so that the rules themselves must know the row again. */
const bring = (store: EventStore, [kind, row]: Row): Promise<Handled<string>> => {
  const read = kindOf(kind).read(row)
  if (!read.fits) throw new Error(JSON.stringify(read.problems))
  rowsBrought += 1
  const cause = { commandId: `row ${rowsBrought}`, by: 'import', correlationId: 'import', digest: '' }
  const change: PersonOfRow['change'] = (codec, decider, thing, command) =>
    handle({ store, codec }, decider, { stream: `${thing}-${person}`, cause }, command)
  return read.write({ person, change })
}

const everything = async (store: EventStore): Promise<readonly string[]> =>
  (await Array.fromAsync(store.read(`certificate-${person}`))).map(({ type }) => type)
