import { randomUUID } from 'node:crypto'
import { institutionCodeFrom, type PlainDate } from '@concord/standards'
import { officeOf } from './office.js'
import type { Resident } from './resident.js'
import type { Answer, Asks } from './start-city.js'

const institution = institutionCodeFrom('12350299MB202100')

/** 58 of 90 points: level 2, 中度失能, by the total alone. */
const moderateItems = [4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 3, 0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 2, 0, 0, 3]
/** 39 points: level 3, 重度失能. */
const severeItems = [2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 1, 1, 1, 1, 1, 0, 0, 0]

/** What the assessors saw. */
export interface Seen {
  readonly items?: 'moderate' | 'severe'
  readonly reason?: 'first' | 'immediate'
  readonly dementia?: boolean
  readonly lateRecord?: boolean
}

/** On what a subsidy for the elderly rests: our own assessment, or a finding that is recognised as something. */
export type Ability =
  | { readonly from: 'own-assessment'; readonly findingId: string }
  | { readonly from: 'recognition'; readonly findingId: string; readonly as: string }

interface HeldCertificate {
  readonly certificateId: string
  readonly grade: number
  readonly components: readonly { readonly category: number; readonly grade: number }[]
}

/** 民政: ability of the elderly, subsidies, funerals. */
export interface CivilAffairs {
  /** 建档 */
  opensFile(resident: Resident, on: PlainDate): Promise<void>
  /** 老年人能力评估. @returns the assessment's id */
  assesses(resident: Resident, on: PlainDate, seen?: Seen): Promise<string>
  /** 失能护理补贴. @returns the subsidy's id */
  grantsElderNursing(resident: Resident, on: PlainDate, ability: Ability): Promise<string>
  triesToGrantElderNursing(resident: Resident, on: PlainDate, ability: Ability): Promise<Answer>
  /** 重度残疾人护理补贴. @returns the subsidy's id */
  grantsDisabilityNursing(resident: Resident, on: PlainDate, certificate: HeldCertificate): Promise<string>
  /** 停发 */
  stopsSubsidy(resident: Resident, subsidyId: string, on: PlainDate): Promise<void>
  showsSubsidies(resident: Resident): Promise<Answer['body']>
  /** 殡葬死亡报告 */
  reportsDeath(resident: Resident, diedOn: PlainDate, reportedOn: PlainDate): Promise<void>
  /** 撤回误报 */
  withdrawsDeathReport(resident: Resident, on: PlainDate): Promise<void>
}

export const civilAffairsOf = (city: Asks): CivilAffairs => {
  const { opens, records, tries, shows } = officeOf(city, 'civil-affairs')
  const grants = async (resident: Resident, on: PlainDate, claim: object): Promise<string> => {
    const subsidyId = randomUUID()
    await records(resident, 'subsidies/grant', { subsidyId, on, monthlyFen: 30_000, claim })
    return subsidyId
  }
  return {
    opensFile: (resident, on) => opens(resident, { on, householdRegion: '350203', residenceRegion: '350203' }),
    assesses: async (resident, on, seen = {}) => {
      const assessmentId = randomUUID()
      await records(resident, 'ability-assessment/conclude', { assessmentId, on, ...assessmentOf(seen) })
      return assessmentId
    },
    grantsElderNursing: (resident, on, ability) => grants(resident, on, { kind: 'elder-nursing', ability }),
    triesToGrantElderNursing: (resident, on, ability) =>
      tries(resident, 'subsidies/grant', { subsidyId: randomUUID(), on, monthlyFen: 30_000, claim: { kind: 'elder-nursing', ability } }),
    grantsDisabilityNursing: (resident, on, certificate) =>
      grants(resident, on, { kind: 'disability-nursing', certificate, needsLongTermCare: true }),
    stopsSubsidy: (resident, subsidyId, on) => records(resident, 'subsidies/stop', { subsidyId, on, reason: 'basis-ended' }),
    showsSubsidies: (resident) => shows(resident, 'subsidies'),
    reportsDeath: (resident, diedOn, reportedOn) => records(resident, 'death-report/report', { diedOn, reportedOn }),
    withdrawsDeathReport: (resident, on) => records(resident, 'death-report/withdraw', { on }),
  }
}

const assessmentOf = ({ items = 'moderate', reason = 'first', dementia = false, lateRecord = false }: Seen) => ({
  items: items === 'moderate' ? moderateItems : severeItems,
  reason,
  ...(reason === 'immediate' && { change: 'new-diagnosis' }),
  coma: false,
  dementiaOrMentalDisorder: dementia,
  careRiskEvents30Days: 0,
  institution,
  assessors: ['B-1', 'B-2'],
  onSite: true,
  lateRecord,
})
