import { ageOn, type Gbt42195Level, type PlainDate } from '@concord/standards'
import type { HardshipStatus } from './hardship/hardship.events.js'
import type { RecordId } from './vocabulary.js'

/** 申请人: what our own records say of the person on the day of the decision. */
export interface Applicant {
  readonly bornOn: PlainDate | 'not-on-file'
  readonly hardship: HardshipStatus | 'none'
  /** Absent while no death is reported. */
  readonly diedOn?: PlainDate
}

/** 能力依据: our own assessment, or what another agency's finding is recognised as for this purpose. */
export type AbilityBasis =
  | { readonly from: 'own-assessment'; readonly findingId: RecordId; readonly level: Gbt42195Level | 'not-in-force' }
  | { readonly from: 'recognition'; readonly findingId: RecordId; readonly as: RecognisedAbility }

/** An LTCI grade is never turned into a level: it is recognised as "so severe, or more". */
export const recognisedAbilities = ['moderate-or-worse', 'severe-or-worse'] as const
type RecognisedAbility = (typeof recognisedAbilities)[number]

export type Ineligible =
  'file-needed' | 'person-deceased' | 'under-sixty' | 'ability-too-good' | 'assessment-not-in-force' | 'destitute-support-covers-it'

type Unless<Refusal extends Ineligible> = Refusal | undefined

export const notOnFile = ({ bornOn }: Pick<Applicant, 'bornOn'>): Unless<'file-needed'> =>
  bornOn === 'not-on-file' ? 'file-needed' : undefined

export const tooYoung = (
  { bornOn }: Pick<Applicant, 'bornOn'>,
  on: PlainDate,
  minimumAge: number,
): Unless<'file-needed' | 'under-sixty'> => {
  if (bornOn === 'not-on-file') return 'file-needed'
  return ageOn(bornOn, on) < minimumAge ? 'under-sixty' : undefined
}

/** Nothing is granted from the day of death on. */
export const deceased = ({ diedOn }: Applicant, on: PlainDate): Unless<'person-deceased'> =>
  diedOn !== undefined && diedOn <= on ? 'person-deceased' : undefined

/** 特困供养 pays for living and care already (不重复享受). */
export const covered = ({ hardship }: Applicant): Unless<'destitute-support-covers-it'> =>
  hardship === 'destitute' ? 'destitute-support-covers-it' : undefined

export const tooAble = (ability: AbilityBasis, mildestLevel: number): Unless<'ability-too-good' | 'assessment-not-in-force'> => {
  const level = ability.from === 'own-assessment' ? ability.level : mildest[ability.as]
  if (level === 'not-in-force') return 'assessment-not-in-force'
  return level < mildestLevel ? 'ability-too-good' : undefined
}

/** The mildest level that "moderate or worse" and "severe or worse" admit. */
const mildest: Readonly<Record<RecognisedAbility, Gbt42195Level>> = { 'moderate-or-worse': 2, 'severe-or-worse': 3 }
