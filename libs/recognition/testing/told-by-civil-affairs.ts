import { by, home, type Telling, uuid, yearsAfter } from './telling.js'

const civil = by('civil-affairs')

/** 民政 */
export interface AbilityWords {
  readonly id?: number
  readonly on: string
  readonly level?: number
  readonly preliminary?: number
  readonly total?: number
  readonly adjustments?: readonly string[]
  readonly reason?: string
  readonly until?: string
  readonly replaces?: number
  readonly recorded?: string
}

const firstAbility = { id: 20, level: 3, total: 40, adjustments: [], reason: 'first' }

export const fileOpened = (on: string, bornOn = '1950-01-01', recorded = on): Telling =>
  civil('CivilAffairsFileOpened', { on, bornOn, householdRegion: '350203', residenceRegion: '350206' }, recorded)

export const abilityAssessed = (words: AbilityWords): Telling => {
  const { id, on, level, replaces, until, recorded, ...said } = { ...firstAbility, ...words }
  const data = {
    assessmentId: uuid(id),
    standard: 'gbt-42195-2022',
    items: Array.from({ length: 26 }, () => 1),
    level,
    preliminary: level,
    ...said,
    determinedOn: on,
    institution: home,
    assessors: ['XM-001', 'XM-003'],
    effectiveFrom: on,
    validUntil: until ?? yearsAfter(on, 1),
    ...(replaces === undefined ? {} : { replaces: uuid(replaces) }),
  }
  return civil('ElderAbilityAssessed', data, recorded ?? on)
}

export const abilityReviewRequested = (on: string, id = 20): Telling => civil('AbilityReviewRequested', { assessmentId: uuid(id), on }, on)
export const abilityRevoked = (on: string, reason = 'error', id = 20): Telling =>
  civil('AbilityAssessmentRevoked', { assessmentId: uuid(id), on, reason }, on)
export const nursingSubsidyGranted = (on: string, id = 60): Telling =>
  civil('DisabilityNursingSubsidyGranted', { subsidyId: uuid(id), on, monthlyFen: 12100, restsOn: uuid(40) }, on)
export const residenceMoved = (on: string, residenceRegion: string): Telling => civil('ResidenceMoved', { on, residenceRegion }, on)
export const deathReported = (diedOn: string, recorded = diedOn): Telling =>
  civil('DeathReported', { diedOn, reportedOn: recorded.slice(0, 10) }, recorded)
export const deathReportWithdrawn = (on: string): Telling => civil('DeathReportWithdrawn', { on }, on)
