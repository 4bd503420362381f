import { accept, refuse, type Decider, type Decision } from '@concord/decider'
import type { PlainDate } from '@concord/standards'
import type { DiagnosisCommand } from './diagnoses.commands.js'
import type { Diagnosis, DiagnosisEvent } from './diagnoses.events.js'

/** 诊断标识: one diagnosis as made, and whether it still stands. */
export type RecordedDiagnosis =
  ({ readonly status: 'standing' } & Diagnosis) | ({ readonly status: 'corrected'; readonly correctedOn: PlainDate } & Diagnosis)

export type DiagnosisRefusal =
  | 'diagnosis-code-not-reportable'
  | 'diagnosis-id-used-already'
  | 'diagnosis-corrected-already'
  | 'diagnosis-unknown'
  | 'corrected-before-diagnosis'

export const diagnoses: Decider<DiagnosisCommand, readonly RecordedDiagnosis[], DiagnosisEvent, DiagnosisRefusal> = {
  initial: [],

  decide: (command, recorded) => {
    const known = recorded.find(({ diagnosisId }) => diagnosisId === command.diagnosisId)
    switch (command.type) {
      case 'RecordDiagnosis':
        return record(command, known)
      case 'CorrectDiagnosis':
        return correct(command, known)
    }
  },

  evolve: (recorded, { type, data }) => {
    switch (type) {
      case 'DementiaDiagnosed':
      case 'MentalDisorderDiagnosed':
        return [...recorded, { status: 'standing', ...data }]
      case 'DiagnosisCorrected':
        return recorded.map((known) =>
          known.diagnosisId === data.diagnosisId ? { ...known, status: 'corrected', correctedOn: data.on } : known,
        )
    }
  },
}

type Asked<Type> = Extract<DiagnosisCommand, { type: Type }>
type Answer = Decision<DiagnosisEvent, DiagnosisRefusal>

const record = (asked: Asked<'RecordDiagnosis'>, known: RecordedDiagnosis | undefined): Answer => {
  if (known?.status === 'corrected') return refuse('diagnosis-corrected-already')
  if (known) return isSame(known, asked) ? accept() : refuse('diagnosis-id-used-already')
  const { diagnosisId, code, on, bySpecialist } = asked
  const type = eventFor(code)
  return type ? accept({ type, data: { diagnosisId, code, on, bySpecialist } }) : refuse('diagnosis-code-not-reportable')
}

const correct = ({ diagnosisId, on }: Asked<'CorrectDiagnosis'>, known: RecordedDiagnosis | undefined): Answer => {
  if (!known) return refuse('diagnosis-unknown')
  if (known.status === 'corrected') return known.correctedOn === on ? accept() : refuse('diagnosis-corrected-already')
  return on < known.on ? refuse('corrected-before-diagnosis') : accept({ type: 'DiagnosisCorrected', data: { diagnosisId, on } })
}

const isSame = (one: Diagnosis, other: Diagnosis): boolean =>
  one.code === other.code && one.on === other.on && one.bySpecialist === other.bySpecialist

/** ICD-10 chapter F only: other chapters change no agency's finding, so they are not told. */
const eventFor = (code: string): 'DementiaDiagnosed' | 'MentalDisorderDiagnosed' | undefined => {
  if (/^F0[0-3]$/.test(code)) return 'DementiaDiagnosed'
  return /^F(0[4-9]|[1-9]\d)$/.test(code) ? 'MentalDisorderDiagnosed' : undefined
}
