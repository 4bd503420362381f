import { publishedEvent, type ContextName, type PublishedEvent } from '@concord/contracts'
import { personId } from '@concord/identity'
import { institutionCodeFrom } from '@concord/standards'

/** One event as a specification writes it: what, by whom, and when it was recorded. Dates say the rest. */
export interface Telling {
  readonly context: ContextName
  readonly type: PublishedEvent['type']
  readonly data: Readonly<Record<string, unknown>>
  /** A date (then 01:00 UTC, nine in the morning in China) or an instant. */
  readonly recorded: string
}

const person = personId.parse('a'.repeat(32))

/** A stable id of a record or an event, from a number. */
export const uuid = (number: number): string => `00000000-0000-4000-8000-${number.toString().padStart(12, '0')}`

/** Published events from tellings: positions count up in each context, as its store would. Checked by the contracts' own schema. */
export const told = (...tellings: readonly Telling[]): readonly PublishedEvent[] =>
  tellings.map(({ context, type, data, recorded }, place) =>
    publishedEvent.parse({
      context,
      type,
      data,
      id: uuid(1000 + place),
      person,
      position: BigInt(place + 1),
      recordedAt: recorded.length === 10 ? `${recorded}T01:00:00.000Z` : recorded,
      correlationId: 'specification',
    }),
  )

export const hospital = institutionCodeFrom('12350200MB000000')
export const home = institutionCodeFrom('12350200MB000001')

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

const yearsAfter = (on: string, years: number): string => `${Number(on.slice(0, 4)) + years}-${on.slice(5).replace('02-29', '02-28')}`

const by =
  (context: ContextName) =>
  (type: PublishedEvent['type'], data: Readonly<Record<string, unknown>>, recorded: string): Telling => ({ context, type, data, recorded })

const security = by('healthcare-security')
const civil = by('civil-affairs')
const federation = by('disabled-persons-federation')
const health = by('health')

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

/** 残联 */
export interface CertificateWords {
  readonly id?: number
  readonly on: string
  readonly grade?: number
  readonly category?: number
  readonly components?: readonly { readonly category: number; readonly grade: number }[]
  readonly until?: string
  readonly recorded?: string
}

const evaluation = ({ id = 40, on, grade = 2, category = 4, components = [{ category, grade }] }: CertificateWords) => ({
  certificateId: uuid(id),
  standard: 'gbt-26341-2010',
  category,
  grade,
  components,
  determinedOn: on,
  institution: hospital,
})

const about = (on: string, id: number) => ({ certificateId: uuid(id), on })

export const evaluationPublicised = (words: CertificateWords): Telling =>
  federation('EvaluationPublicised', { ...evaluation(words), noticeEndsOn: words.until ?? words.on }, words.recorded ?? words.on)
export const certificateIssued = (words: CertificateWords): Telling =>
  federation(
    'CertificateIssued',
    { ...evaluation(words), issuedOn: words.on, validUntil: words.until ?? yearsAfter(words.on, 10) },
    words.recorded ?? words.on,
  )
export const regraded = (words: CertificateWords): Telling =>
  federation('DisabilityRegraded', { ...evaluation(words), on: words.on }, words.recorded ?? words.on)
export const disputeConcluded = (words: CertificateWords, final = true): Telling =>
  federation('DisputeConcluded', { ...evaluation(words), on: words.on, final }, words.recorded ?? words.on)
export const certificateRefused = (on: string, reason = 'standard-not-met', id = 40): Telling =>
  federation('CertificateRefused', { ...about(on, id), reason }, on)
export const certificateReissued = (on: string, id = 40): Telling =>
  federation('CertificateReissued', { ...about(on, id), suffix: 'B1' }, on)
export const certificateRenewed = (on: string, validUntil: string, id = 40): Telling =>
  federation('CertificateRenewed', { ...about(on, id), validUntil }, on)
export const certificateFrozen = (on: string, id = 40): Telling =>
  federation('CertificateFrozen', { ...about(on, id), reason: 'data-check' }, on)
export const certificateUnfrozen = (on: string, id = 40): Telling => federation('CertificateUnfrozen', about(on, id), on)
export const certificateCancelled = (on: string, reason = 'own-wish', id = 40): Telling =>
  federation('CertificateCancelled', { ...about(on, id), reason }, on)
export const certificateDisputed = (on: string, id = 40): Telling => federation('EvaluationDisputed', about(on, id), on)

/** 卫健 */
export const recordOpened = (on: string, bornOn = '1950-01-01'): Telling =>
  health('HealthRecordOpened', { on, bornOn, residenceRegion: '350206' }, on)
export const dementiaDiagnosed = (on: string, id = 70): Telling =>
  health('DementiaDiagnosed', { diagnosisId: uuid(id), code: 'F00', on, bySpecialist: true }, on)
export const diagnosisCorrected = (on: string, id = 70): Telling => health('DiagnosisCorrected', { diagnosisId: uuid(id), on }, on)
export const comaBegan = (on: string): Telling => health('ComaBegan', { on }, on)
export const admitted = (on: string, id = 80): Telling => health('HospitalAdmitted', { stayId: uuid(id), on, institution: hospital }, on)
export const discharged = (on: string, id = 80): Telling => health('HospitalDischarged', { stayId: uuid(id), on }, on)
export const deathCertified = (diedOn: string, recorded = diedOn): Telling =>
  health('DeathCertified', { diedOn, certifiedOn: recorded.slice(0, 10) }, recorded)
export const deathCertificateCorrected = (on: string, diedOn: string | null): Telling =>
  health('DeathCertificateCorrected', { on, diedOn }, on)
