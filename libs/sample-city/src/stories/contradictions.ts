import { addDays } from '@concord/standards'
import { hardshipStatuses } from '../files/civil-affairs.files.js'
import { homeSickbeds } from '../files/health.files.js'
import { severeEvaluation } from '../findings/evaluations.js'
import { gbtAlike, gbtItems } from '../findings/gbt-items.js'
import { ltciAlike, ltciItems } from '../findings/ltci-items.js'
import { abilityAssessment, careVouchersFor, elderNursingSubsidy } from '../lives/ability.js'
import { certificate, disabilityNursingSubsidy } from '../lives/certificate.js'
import { deathKnownToBoth, deathReported, dementia, hospitalStay } from '../lives/illness.js'
import { benefitStart, ltciConclusion } from '../lives/ltci.js'
import { ltciInstitutions } from '../population/institutions.js'
import { story, type Story } from './story.js'

/** LTCI 3 becomes 2 while GB/T 42195 level 1 becomes 2, in the same months. */
const oppositeMovement = story(
  'disabled',
  'opposite-movement',
  (resident) => [
    ltciConclusion(resident, { grade: 3, daysAgo: 320 }).row,
    ltciConclusion(resident, { grade: 2, daysAgo: 90, kind: 'change' }).row,
    abilityAssessment(resident, { preliminary: 1, daysAgo: 220 }).row,
    abilityAssessment(resident, { preliminary: 2, daysAgo: 50, reason: 'immediate', change: 'condition-worse' }).row,
  ],
  'opposite-movement',
)

const dementiaAfterLevel = story(
  'disabled',
  'dementia-after-level',
  (resident) => [abilityAssessment(resident, { preliminary: 2, daysAgo: 200 }).row, dementia(resident, 30)],
  'dementia-after-level',
)

/** The same week, one agency sees full orientation in time and the other hardly any. */
const itemsDiffer = story(
  'disabled',
  'items-differ',
  (resident) => {
    const { chance } = resident
    const ofLtci = ltciItems(2, chance).with(ltciAlike.time, 4)
    const ofGbt = gbtItems(2, chance)
    const lost = (ofGbt[gbtAlike.time] ?? 0) - 1
    // What is lost in time orientation is found in the first item that can take it, so that the level stays.
    return [
      ltciConclusion(resident, { grade: 2, daysAgo: 120, items: ofLtci }).row,
      abilityAssessment(resident, { preliminary: 2, daysAgo: 110, items: shifted(ofGbt, gbtAlike.time, lost) }).row,
    ]
  },
  'items-differ',
)

/** Takes points from an item and gives them to the self-care items B.1.1 to B.1.8, of four points each; or the other way round. */
const shifted = (items: readonly number[], from: number, points: number): readonly number[] => {
  const result = [...items]
  result[from] = (result[from] ?? 0) - points
  const sign = Math.sign(points)
  for (let place = 0, left = Math.abs(points); left > 0; place = (place + 1) % 8) {
    const moved = (result[place] ?? 0) + sign
    if (moved < 0 || moved > 4) continue
    result[place] = moved
    left -= 1
  }
  return result
}

const cremationOnly = story('elder', 'cremation-only', (resident) => [deathReported(resident, 45)], 'death-by-one-source')

const benefitAfterDeath = story(
  'certified-elder',
  'benefit-after-death',
  (resident) => {
    const issued = certificate(resident, severeEvaluation(resident.chance), 1200)
    return [issued.row, disabilityNursingSubsidy(resident, issued, { on: addDays(issued.issuedOn, 40) }), ...deathKnownToBoth(resident, 60)]
  },
  'benefit-after-death',
)

const exclusiveBenefits = story(
  'severe',
  'exclusive-benefits',
  (resident) => {
    const issued = certificate(resident, severeEvaluation(resident.chance), 800)
    const ability = abilityAssessment(resident, { preliminary: 3, daysAgo: 150 })
    return [
      issued.row,
      ability.row,
      disabilityNursingSubsidy(resident, issued, { on: addDays(issued.issuedOn, 40) }),
      elderNursingSubsidy(resident, ability, { on: addDays(ability.on, 20) }),
    ]
  },
  'benefits-exclude-each-other',
)

/** The vouchers' file does not know what the hardship file knows. */
const voucherBesideSupport = story(
  'disabled',
  'voucher-beside-destitute-support',
  (resident) => {
    const { document, calendar } = resident
    const ability = abilityAssessment(resident, { preliminary: 2, daysAgo: 180 })
    return [
      ability.row,
      hardshipStatuses({ document, status: 'destitute', on: calendar.daysAgo(400) }),
      ...careVouchersFor(resident, ability, 2),
    ]
  },
  'voucher-beside-destitute-support',
)

const homeBenefitInHospital = story(
  'severe',
  'home-benefit-in-hospital',
  (resident) => {
    const conclusion = ltciConclusion(resident, { grade: 3, daysAgo: 260 })
    const benefit = { benefitId: resident.chance.uuid(), on: addDays(conclusion.effectiveFrom, 7), form: 'home' } as const
    return [conclusion.row, benefitStart(resident, conclusion, benefit), hospitalStay(resident, 60, 25).row]
  },
  'home-benefit-in-hospital',
)

/** 医保发〔2023〕29号 art. 9: who assesses does not care. Here the assessing institution keeps the person's home sickbed. */
const notNeutral = story(
  'disabled',
  'institution-not-neutral',
  (resident) => {
    const { document, calendar, chance } = resident
    const institution = chance.oneOf(ltciInstitutions)
    return [
      ltciConclusion(resident, { grade: 2, daysAgo: 100, institution }).row,
      homeSickbeds({ document, on: calendar.daysAgo(200), institution }),
    ]
  },
  'institution-not-neutral',
)

export const contradictionStories: readonly Story[] = [
  oppositeMovement,
  dementiaAfterLevel,
  itemsDiffer,
  cremationOnly,
  benefitAfterDeath,
  exclusiveBenefits,
  voucherBesideSupport,
  homeBenefitInHospital,
  notNeutral,
]
