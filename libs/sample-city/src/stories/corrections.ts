import { abilityRevocations, abilityReviewRequests, deathReportWithdrawals } from '../files/civil-affairs.files.js'
import { comas, deathCertificateCorrections, diagnosisCorrections } from '../files/health.files.js'
import { ltciExpiries, ltciReEvaluations, ltciRevocations } from '../files/healthcare-security.files.js'
import { certificateApplications, disabilityEvaluations } from '../files/disabled-persons-federation.files.js'
import { evaluation } from '../findings/evaluations.js'
import { ltciItems } from '../findings/ltci-items.js'
import { abilityAssessment } from '../lives/ability.js'
import { deathCertified, deathKnownToBoth, deathReported, dementia } from '../lives/illness.js'
import { ltciConclusion } from '../lives/ltci.js'
import { hospitals, ltciInstitutions, twoOf } from '../population/institutions.js'
import { story, type Story } from './story.js'

/** 卫健 certified the death of a living person, and said so. */
const wronglyDead = story('elder', 'wrong-death-certificate', (resident) => {
  const { document, calendar } = resident
  return [deathCertified(resident, 120), deathCertificateCorrections({ document, on: calendar.daysAgo(110), lives: true })]
})

const wronglyReported = story('elder', 'wrong-death-report', (resident) => {
  const { document, calendar } = resident
  return [deathReported(resident, 100), deathReportWithdrawals({ document, on: calendar.daysAgo(90) })]
})

/** Both knew of the death, one of them a wrong day at first. */
const wrongDayOfDeath = story('elder', 'wrong-day-of-death', (resident) => {
  const { document, calendar } = resident
  const correction = { document, on: calendar.daysAgo(35), diedOn: calendar.daysAgo(42) }
  return [deathCertified(resident, 40), deathReported(resident, 42), deathCertificateCorrections(correction)]
})

const wrongDiagnosis = story('disabled', 'wrong-diagnosis', (resident) => {
  const { document, calendar } = resident
  const diagnosed = dementia(resident, 150)
  const correction = { document, diagnosisId: diagnosed.cells['diagnosisId'], on: calendar.daysAgo(60) }
  return [diagnosed, diagnosisCorrections(correction), abilityAssessment(resident, { preliminary: 2, daysAgo: 250 }).row]
})

/** 补录: the older assessment arrives after the newer one. */
const lateRecord = story('disabled', 'late-assessment', (resident) => [
  abilityAssessment(resident, { preliminary: 2, daysAgo: 80, reason: 'other' }).row,
  abilityAssessment(resident, { preliminary: 1, daysAgo: 300, lateRecord: true }).row,
])

/** 复评 by others, final. */
const reEvaluated = story('disabled', 're-evaluated', (resident) => {
  const { document, calendar, chance } = resident
  const [institution, another] = ltciInstitutions
  const { row, assessmentId, validUntil } = ltciConclusion(resident, { grade: 1, daysAgo: 200, institution })
  const again = { requestedOn: calendar.daysAgo(190), on: calendar.daysAgo(170), institution: another, confirmedBy: twoOf('D', chance) }
  return [row, ltciReEvaluations({ document, assessmentId, ...again, items: ltciItems(2, chance), validUntil })]
})

/** 到期 two years on; the person is assessed by 民政 since. */
const ltciExpired = story('disabled', 'ltci-expired', (resident) => {
  const { document, calendar } = resident
  const { row, assessmentId } = ltciConclusion(resident, { grade: 2, daysAgo: 800 })
  return [
    row,
    ltciExpiries({ document, assessmentId, on: calendar.daysAgo(50) }),
    abilityAssessment(resident, { preliminary: 2, daysAgo: 40 }).row,
  ]
})

/** 欺诈, found out before anything was paid on it. */
const fraud = story('disabled', 'fraud', (resident) => {
  const { document, calendar } = resident
  const { row, assessmentId } = ltciConclusion(resident, { grade: 3, daysAgo: 180 })
  return [
    row,
    ltciRevocations({ document, assessmentId, on: calendar.daysAgo(120), reason: 'fraud' }),
    abilityAssessment(resident, { preliminary: 1, daysAgo: 70 }).row,
  ]
})

/** 复评 requested, not made yet. */
const underReview = story('disabled', 'ability-under-review', (resident) => {
  const { document, calendar } = resident
  const { row, assessmentId } = abilityAssessment(resident, { preliminary: 1, daysAgo: 20 })
  return [row, abilityReviewRequests({ document, assessmentId, on: calendar.daysAgo(10) })]
})

const abilityRevoked = story('disabled', 'ability-revoked', (resident) => {
  const { document, calendar } = resident
  const { row, assessmentId } = abilityAssessment(resident, { preliminary: 2, daysAgo: 210 })
  return [row, abilityRevocations({ document, assessmentId, on: calendar.daysAgo(100), reason: 'error' })]
})

/** A coma that passed before anyone assessed the ability. */
const awoke = story('disabled', 'awoke-from-coma', (resident) => {
  const { document, calendar } = resident
  const coma = comas({ document, on: calendar.daysAgo(300), endedOn: calendar.daysAgo(291) })
  return [coma, abilityAssessment(resident, { preliminary: 2, daysAgo: 120 }).row]
})

/** 公示中: applied and evaluated, no certificate yet. */
const onNotice = story('younger', 'certificate-on-notice', (resident) => {
  const { document, bornOnColumn: bornOn, chance, calendar, householdRegion } = resident
  const about = { document, certificateId: chance.uuid() }
  return [
    certificateApplications({ ...about, bornOn, appliedOn: calendar.daysAgo(9), householdRegion }),
    disabilityEvaluations({
      ...about,
      determinedOn: calendar.daysAgo(4),
      institution: chance.oneOf(hospitals),
      ...evaluation(2, 3),
      publicisedOn: calendar.daysAgo(2),
    }),
  ]
})

/** The same row twice, as exports have it: the second changes nothing. */
const toldTwice = story('elder', 'told-twice', (resident) => {
  const death = [...deathKnownToBoth(resident, 70)]
  return [...death, ...death]
})

/** What agencies correct, add late and take back, and what passes: nothing of it is a contradiction in the end. */
export const correctionStories: readonly Story[] = [
  wronglyDead,
  wronglyReported,
  wrongDayOfDeath,
  wrongDiagnosis,
  lateRecord,
  reEvaluated,
  ltciExpired,
  fraud,
  underReview,
  abilityRevoked,
  awoke,
  onNotice,
  toldTwice,
]
