import { describe, expect, it } from '@jest/globals'
import { type EventStore, handle, type Handled, inMemoryEventStore } from '@concord/event-store'
import type { PersonOfRow, RecordKind } from '@concord/file-import'
import { personId } from '@concord/identity'
import { institutionCodeFrom, type PlainDate, residentNumber } from '@concord/standards'
import { recordKinds } from './record-kinds.js'

type Cells = Readonly<Record<string, string>>

const document = residentNumber({ region: '350203', bornOn: '1940-05-05' as PlainDate, sequence: 12 })
const enrolment = { document, step: 'enrol', on: '2025-01-01', bornOn: '', insuredRegion: '350203', insurance: 'employee' }
const applied = { document, assessmentId: '2026-0017', kind: 'first', appliedOn: '2026-03-02', insuredRegion: '350203' }
const assessed = {
  acceptedOn: '2026-03-04',
  institution: institutionCodeFrom('12350200MB000001'),
  assessors: 'P-001',
  experts: 'E-001',
  assessedOn: '2026-03-10',
  items: '0 0 0 0 0 0 0 0 0 0 4 4 4 4 4 4 4',
  present: 'guardian',
  videoDigest: 'ab'.repeat(32),
  neighboursAsked: '是',
  medicalRecordsConsulted: '',
}
const onNotice = { ...applied, ...assessed, confirmedBy: 'E-001;E-002', confirmedOn: '2026-03-12', publicisedOn: '2026-03-13' }
const delivered = { ...onNotice, concludedOn: '2026-03-23', validUntil: '2028-03-22' }
const later = { document, assessmentId: '2026-0017' }
const reEvaluated = {
  ...later,
  requestedOn: '2026-04-01',
  on: '2026-04-20',
  validUntil: '2028-04-19',
  confirmedBy: 'E-011 E-012',
  institution: institutionCodeFrom('12350200MB000002'),
  items: '10 10 5 10 10 0 0 0 0 0 4 4 4 4 4 4 4',
}
const basis = { restsOn: '2026-0017', grade: '3', effectiveFrom: '2026-03-23', validUntil: '2028-03-22' }
const start = { document, benefitId: '7', step: 'start', on: '2026-04-01', form: 'home', ...basis }
const pause = { document, benefitId: '7', step: 'pause', on: '2026-05-01', reason: 'in-hospital' }

const untilConfirmed = [
  'LtcAssessmentApplied',
  'ApplicationAccepted',
  'AssessorsAssigned',
  'OnsiteAssessmentCompleted',
  'ConclusionConfirmed',
] as const
const publicised = [...untilConfirmed, 'ConclusionPublicised'] as const

/** A row of each kind as text, the rows that come before it, and what it records. */
const files: readonly {
  readonly kind: string
  readonly row: Cells
  readonly after?: readonly (readonly [kind: string, row: Cells])[]
  readonly records: readonly string[]
}[] = [
  { kind: 'insurance', row: enrolment, records: ['LtcInsuranceEnrolled'] },
  {
    kind: 'insurance',
    row: { document, step: 'transfer', on: '2025-06-01', insuredRegion: '350211' },
    after: [['insurance', enrolment]],
    records: ['LtcInsuranceTransferred'],
  },
  {
    kind: 'insurance',
    row: { document, step: 'lapse', on: '2025-06-01' },
    after: [['insurance', enrolment]],
    records: ['LtcInsuranceLapsed'],
  },
  { kind: 'ltci-conclusions', row: { ...onNotice, publicisedOn: '' }, records: untilConfirmed },
  { kind: 'ltci-conclusions', row: onNotice, records: publicised },
  { kind: 'ltci-conclusions', row: delivered, records: [...publicised, 'GradeConcluded'] },
  {
    kind: 'ltci-conclusions',
    row: { ...delivered, revokedOn: '2026-05-06', revocationReason: 'fraud' },
    records: [...publicised, 'GradeConcluded', 'ConclusionRevoked'],
  },
  {
    kind: 'ltci-conclusions',
    row: { ...delivered, validUntil: '2026-06-30', expiredOn: '2026-07-01' },
    records: [...publicised, 'GradeConcluded', 'ConclusionExpired'],
  },
  {
    kind: 'ltci-deliveries',
    row: { ...later, on: '2026-03-23', validUntil: '2028-03-22' },
    after: [['ltci-conclusions', onNotice]],
    records: ['GradeConcluded'],
  },
  {
    kind: 'ltci-re-evaluations',
    row: reEvaluated,
    after: [['ltci-conclusions', delivered]],
    records: ['ReEvaluationRequested', 'ReEvaluationConcluded'],
  },
  {
    kind: 'ltci-expiries',
    row: { ...later, on: '2026-07-01' },
    after: [['ltci-conclusions', { ...delivered, validUntil: '2026-06-30' }]],
    records: ['ConclusionExpired'],
  },
  {
    kind: 'ltci-revocations',
    row: { ...later, on: '2026-05-06', reason: 'error' },
    after: [['ltci-conclusions', delivered]],
    records: ['ConclusionRevoked'],
  },
  { kind: 'benefits', row: start, records: ['BenefitStarted'] },
  { kind: 'benefits', row: pause, after: [['benefits', start]], records: ['BenefitPaused'] },
  {
    kind: 'benefits',
    row: { document, benefitId: '7', step: 'resume', on: '2026-05-20', ...basis },
    after: [
      ['benefits', start],
      ['benefits', pause],
    ],
    records: ['BenefitResumed'],
  },
  {
    kind: 'benefits',
    row: { document, benefitId: '7', step: 'end', on: '2026-06-01', reason: 'own-wish' },
    after: [['benefits', start]],
    records: ['BenefitEnded'],
  },
]

describe.each(files)('a row of $kind that records $records', ({ kind, row, after = [], records }) => {
  it('is taken once, however often it comes', async () => {
    const store = inMemoryEventStore()
    for (const earlier of after) await bring(store, ...earlier)
    const known = (await everything(store)).length
    expect(await bring(store, kind, row)).toMatchObject({ accepted: true })
    expect(await bring(store, kind, row)).toMatchObject({ accepted: true })
    expect((await everything(store)).slice(known)).toEqual(records)
  })
})

describe('a file', () => {
  it('is known for every kind', () => expect(new Set(files.map(({ kind }) => kind))).toEqual(new Set(recordKinds.map(({ name }) => name))))

  it.each(files)('of $kind names the column of a bad cell', ({ kind, row }) =>
    expect(kindOf(kind).read({ ...row, document: 'nobody' })).toMatchObject({ fits: false, problems: [{ column: 'document' }] }),
  )

  it.each([
    ['insurance', { ...enrolment, step: 'leave' }, 'step'],
    ['insurance', { ...enrolment, document: 'CHN350240050501' }, 'bornOn'],
    ['ltci-conclusions', { ...delivered, assessmentId: document }, 'assessmentId'],
    ['ltci-conclusions', { ...delivered, items: '3 0 0 0 0 0 0 0 0 0 4 4 4 4 4 4 4' }, 'items.adl.0'],
    ['ltci-conclusions', { ...delivered, validUntil: '' }, 'validUntil'],
    ['ltci-conclusions', { ...delivered, revokedOn: '2026-05-06' }, 'revocationReason'],
    ['ltci-conclusions', { ...delivered, concludedOn: '2999-01-01' }, 'concludedOn'],
    ['benefits', { ...start, grade: 'severe' }, 'grade'],
  ] as const)('of %s says what is missing or contradicts', (kind, row, column) =>
    expect(kindOf(kind).read(row)).toMatchObject({ fits: false, problems: [{ column }] }),
  )

  it('tells a refusal of the rules as the HTTP API does, and records nothing of the row', async () => {
    const store = inMemoryEventStore()
    const row = { ...delivered, confirmedBy: 'E-001' }
    expect(await bring(store, 'ltci-conclusions', row)).toEqual({ accepted: false, refusal: 'fewer-than-two-experts' })
    expect(await everything(store)).toEqual([])
  })
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
  const cause = { commandId: JSON.stringify(row), by: 'import', correlationId: 'import', digest: '' }
  const change: PersonOfRow['change'] = (codec, decider, thing, command) =>
    handle({ store, codec }, decider, { stream: `${thing}-${person}`, cause }, command)
  return read.write({ person, change })
}

const everything = async (store: EventStore): Promise<readonly string[]> => {
  const streams = ['enrolment', 'ltciGrading', 'benefit'].map((thing) => Array.fromAsync(store.read(`${thing}-${person}`)))
  return (await Promise.all(streams)).flat().map(({ type }) => type)
}
