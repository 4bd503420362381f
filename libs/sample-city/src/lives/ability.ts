import { type PlainDate } from '@concord/standards'
import type { Row } from '../files/agency-file.js'
import { abilityAssessments, careVouchers, elderNursingSubsidies } from '../files/civil-affairs.files.js'
import { gbtItems, type GbtLevel } from '../findings/gbt-items.js'
import { abilityInstitutions, twoOf } from '../population/institutions.js'
import type { Resident } from '../population/resident.js'

export interface AbilityAssessed {
  /** By the total alone; dementia or a coma then makes it worse. */
  readonly preliminary: GbtLevel
  readonly daysAgo: number
  readonly reason?: 'first' | 'routine' | 'immediate' | 'other'
  readonly change?: 'new-diagnosis' | 'condition-worse'
  readonly items?: readonly number[]
  readonly dementia?: boolean
  readonly coma?: boolean
  readonly lateRecord?: boolean
}

export interface Ability {
  readonly assessmentId: string
  readonly row: Row
  readonly level: number
  readonly on: PlainDate
}

/** 老年人能力评估 on site by two assessors. */
export const abilityAssessment = (resident: Resident, assessed: AbilityAssessed): Ability => {
  const { chance, calendar, document, bornOnColumn: bornOn } = resident
  const { preliminary, daysAgo, reason = 'first', change, dementia = false, coma = false, lateRecord = false } = assessed
  const assessmentId = chance.uuid()
  const on = calendar.daysAgo(daysAgo)
  const row = abilityAssessments({
    document,
    bornOn,
    assessmentId,
    on,
    reason,
    change,
    items: assessed.items ?? gbtItems(preliminary, chance),
    coma,
    dementiaOrMentalDisorder: dementia,
    careRiskEvents30Days: 0,
    institution: chance.oneOf(abilityInstitutions),
    assessors: twoOf('C', chance),
    onSite: true,
    lateRecord,
  })
  return { assessmentId, row, level: coma ? 4 : Math.min(4, preliminary + Number(dementia)), on }
}

/** 失能护理补贴 on the agency's own assessment or on a recognised LTCI conclusion. */
export type Basis =
  | Pick<Ability, 'assessmentId' | 'level'>
  | { readonly recognisedFindingId: string; readonly recognisedAs: 'severe-or-worse' | 'moderate-or-worse' }

interface Paid {
  readonly on: PlainDate
  readonly stoppedOn?: PlainDate
  readonly stopReason?: 'deceased' | 'basis-ended' | 'own-wish'
}

export const elderNursingSubsidy = ({ document, bornOnColumn: bornOn, chance }: Resident, basis: Basis, paid: Paid): Row =>
  elderNursingSubsidies({ document, bornOn, subsidyId: chance.uuid(), monthlyFen: 20000, ...basis, ...paid })

/** 养老服务消费券 of the months of some days, counted back. */
export function* careVouchersFor(resident: Resident, basis: Basis, months: number): Generator<Row> {
  const { document, bornOnColumn: bornOn, chance, calendar } = resident
  for (const place of Array.from({ length: months }).keys()) {
    const on = calendar.daysAgo(3 + 31 * (months - 1 - place))
    yield careVouchers({
      document,
      bornOn,
      ...basis,
      voucherId: chance.uuid(),
      on,
      month: on.slice(0, 7),
      fen: 10000 * chance.between(2, 8),
    })
  }
}
