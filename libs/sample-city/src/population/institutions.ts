import { institutionCodeFrom, type InstitutionCode } from '@concord/standards'
import type { Chance } from '../chance/chance.js'

type Several = readonly [InstitutionCode, ...InstitutionCode[]]

/** Region 350299 is no district of Xiamen: no institution has such a code. */
const madeUp = (organisation: string): Several => {
  const code = (number: number): InstitutionCode => institutionCodeFrom(`12350299MB${organisation}${number}00`)
  return [code(1), code(2), code(3), code(4)]
}

/** 定点评估机构 of the LTCI; they care for nobody (医保发〔2023〕29号 art. 9). */
export const ltciInstitutions = madeUp('101')
/** Institutions that assess the elderly for 民政. */
export const abilityInstitutions = madeUp('202')
/** Hospitals: evaluations of disability, stays, home sickbeds, health assessments. */
export const hospitals = madeUp('303')

/** Pool numbers: two different members. */
export const twoOf = (pool: 'A' | 'B' | 'C' | 'D', chance: Chance): readonly string[] => {
  const first = chance.between(1, 80)
  return [`${pool}-${first}`, `${pool}-${first + chance.between(1, 40)}`]
}
