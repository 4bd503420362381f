import { by, hospital, type Telling, uuid, yearsAfter } from './telling.js'

const security = by('healthcare-security')

const ltciItems = (adl: number): number[] => [
  ...Array.from({ length: 10 }, () => Math.floor(adl / 10)),
  ...Array.from({ length: 7 }, () => 2),
]

export interface LtcWords {
  readonly id?: number
  readonly on: string
  readonly grade?: number
  readonly adl?: number
  readonly until?: string
  readonly effective?: string
  readonly recorded?: string
  readonly replaces?: number
}

const conclusion = ({ id = 1, on, grade = 4, adl = 30 }: LtcWords) => ({
  assessmentId: uuid(id),
  standard: 'ltci-2021',
  grade,
  adl,
  cognition: 5,
  perception: 6,
  items: ltciItems(adl),
  determinedOn: on,
  institution: hospital,
  assessors: ['XM-001', 'XM-002'],
})

/** 医保 */
export const enrolled = (on: string, bornOn = '1950-01-01', recorded = on): Telling =>
  security('LtcInsuranceEnrolled', { on, bornOn, insuredRegion: '350203', insurance: 'resident' }, recorded)

export const ltcPublicised = (words: LtcWords): Telling =>
  security('LtcConclusionPublicised', { ...conclusion(words), noticeEndsOn: words.until ?? words.on }, words.recorded ?? words.on)

const effect = ({ on, effective = on, until = yearsAfter(effective, 2) }: LtcWords) => ({ effectiveFrom: effective, validUntil: until })

export const ltcConcluded = (words: LtcWords): Telling =>
  security(
    'LtcGradeConcluded',
    { ...conclusion(words), ...effect(words), ...(words.replaces === undefined ? {} : { replaces: uuid(words.replaces) }) },
    words.recorded ?? words.effective ?? words.on,
  )

export const ltcReEvaluated = (words: LtcWords): Telling =>
  security('LtcReEvaluationConcluded', { ...conclusion(words), ...effect(words) }, words.recorded ?? words.on)

export const ltcObjected = (on: string, id = 1): Telling => security('LtcNoticeObjectionRaised', { assessmentId: uuid(id), on }, on)
export const ltcReEvaluationRequested = (on: string, id = 1): Telling =>
  security('LtcReEvaluationRequested', { assessmentId: uuid(id), on }, on)
export const ltcExpired = (on: string, id = 1): Telling => security('LtcConclusionExpired', { assessmentId: uuid(id), on }, on)
export const ltcRevoked = (on: string, reason = 'fraud', id = 1, recorded = on): Telling =>
  security('LtcConclusionRevoked', { assessmentId: uuid(id), on, reason }, recorded)

export const benefitStarted = (on: string, form = 'home', id = 50): Telling =>
  security('BenefitStarted', { benefitId: uuid(id), on, form, restsOn: uuid(1) }, on)
export const benefitEnded = (on: string, id = 50): Telling => security('BenefitEnded', { benefitId: uuid(id), on, reason: 'own-wish' }, on)
