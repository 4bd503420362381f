import { addDays, addMonths, addWorkingDays, type PlainDate } from '@concord/standards'
import type { Row } from '../files/agency-file.js'
import { benefits, ltciConclusions } from '../files/healthcare-security.files.js'
import { ltciItems, type LtciGrade } from '../findings/ltci-items.js'
import { ltciInstitutions, twoOf } from '../population/institutions.js'
import type { Resident } from '../population/resident.js'

/** What a life says of one assessment; the rest follows from it. */
export interface Assessed {
  readonly grade: LtciGrade
  /** When two experts confirmed it. */
  readonly daysAgo: number
  readonly kind?: 'first' | 'change'
  readonly items?: readonly number[]
  readonly institution?: string
  /** Days of validity beyond the two years that severe grades have at most. */
  readonly tooLongBy?: number
}

export interface Conclusion {
  readonly assessmentId: string
  readonly row: Row
  readonly grade: LtciGrade
  readonly effectiveFrom: PlainDate
  readonly validUntil: PlainDate
}

/** 长护险失能等级评估, from application to delivery. */
export const ltciConclusion = (resident: Resident, assessed: Assessed): Conclusion => {
  const pending = pendingConclusion(resident, assessed)
  const { publicisedOn, confirmedOn } = pending
  const effectiveFrom = publicisedOn ? addDays(addWorkingDays(publicisedOn, 5), 1) : addDays(confirmedOn, 1)
  const validUntil = addDays(addMonths(effectiveFrom, 24), assessed.tooLongBy ?? 0)
  const { row, assessmentId } = pending
  return {
    assessmentId,
    row: { ...row, cells: { ...row.cells, concludedOn: effectiveFrom, validUntil } },
    grade: assessed.grade,
    effectiveFrom,
    validUntil,
  }
}

/** The same as far as the public notice: from grade 3 on (benefit grade) publicised, not delivered yet. */
export const pendingConclusion = (resident: Resident, assessed: Assessed) => {
  const { chance, calendar, document, householdRegion: insuredRegion } = resident
  const { grade, daysAgo, kind = 'first' } = assessed
  const assessmentId = chance.uuid()
  const confirmedOn = calendar.daysAgo(daysAgo)
  const publicisedOn = grade >= 3 ? calendar.daysAgo(daysAgo - 1) : undefined
  const experts = twoOf('B', chance)
  const row = ltciConclusions({
    document,
    assessmentId,
    kind,
    appliedOn: calendar.daysAgo(daysAgo + 20),
    insuredRegion,
    acceptedOn: calendar.daysAgo(daysAgo + 17),
    institution: assessed.institution ?? chance.oneOf(ltciInstitutions),
    assessors: twoOf('A', chance),
    experts: experts.slice(0, 1),
    assessedOn: calendar.daysAgo(daysAgo + 5),
    items: assessed.items ?? ltciItems(grade, chance),
    present: ['guardian'],
    videoDigest: digestOf(assessmentId),
    neighboursAsked: true,
    medicalRecordsConsulted: chance.happens(0.7),
    confirmedBy: experts,
    confirmedOn,
    publicisedOn,
  })
  return { row, assessmentId, confirmedOn, publicisedOn }
}

/** No video was ever made: 64 digits that belong to this assessment alone. */
const digestOf = (assessmentId: string): string => assessmentId.replaceAll('-', '').repeat(2)

/** 长护险待遇, from a day on which the conclusion holds. */
export const benefitStart = (
  { document }: Resident,
  { assessmentId, grade, effectiveFrom, validUntil }: Conclusion,
  { benefitId, on, form }: { readonly benefitId: string; readonly on: PlainDate; readonly form: 'home' | 'institution' },
): Row => benefits({ document, benefitId, step: 'start', on, form, restsOn: assessmentId, grade, effectiveFrom, validUntil })
