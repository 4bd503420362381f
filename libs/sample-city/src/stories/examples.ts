import { addDays } from '@concord/standards'
import { ltciRevocations } from '../files/healthcare-security.files.js'
import { evaluation } from '../findings/evaluations.js'
import { abilityAssessment, elderNursingSubsidy } from '../lives/ability.js'
import { certificate, disabilityNursingSubsidy, regrading } from '../lives/certificate.js'
import { deathCertified, homeHealthService } from '../lives/illness.js'
import { benefitStart, ltciConclusion, pendingConclusion } from '../lives/ltci.js'
import { type ExampleQuestion, story, type Story } from './story.js'

const gradeMissing = { outcome: 'not-met', missing: ['grade'] }

/** Recognised, and why: 医保's severe conclusion counts for 民政's subsidy. */
const recognised = story('severe', 'recognised', (resident) => {
  const { calendar, chance } = resident
  const conclusion = ltciConclusion(resident, { grade: 4, daysAgo: 150 })
  const benefit = { benefitId: chance.uuid(), on: addDays(conclusion.effectiveFrom, 7), form: 'home' } as const
  const answer = { outcome: 'recognised', acceptedAs: 'severe-or-worse', until: conclusion.validUntil, missing: [] }
  return {
    rows: [conclusion.row, benefitStart(resident, conclusion, benefit), ...homeHealthService(resident)],
    example: {
      zh: '长护险重度失能Ⅱ级在有效期内，民政予以采信，无须重新评估',
      en: 'LTCI grade 4 in force: civil affairs recognises it and need not assess again',
      questions: [{ purpose: 'elder-nursing-subsidy', asOf: calendar.today, answer }],
    },
  }
})

const belowTheBar = story('disabled', 'below-the-bar', (resident) => {
  const { calendar } = resident
  const conclusion = ltciConclusion(resident, { grade: 2, daysAgo: 200 })
  const { validUntil: until } = conclusion
  return {
    rows: [conclusion.row],
    example: {
      zh: '长护险中度失能，未达到失能护理补贴的等级，但达到消费补贴的等级',
      en: 'LTCI grade 2: below the bar of the nursing subsidy, enough for the voucher',
      questions: [
        { purpose: 'elder-nursing-subsidy', asOf: calendar.today, answer: gradeMissing },
        {
          purpose: 'elder-care-voucher',
          asOf: calendar.today,
          answer: { outcome: 'recognised', acceptedAs: 'moderate-or-worse', until, missing: [] },
        },
      ],
    },
  }
})

/** The routine assessment was due and nobody made it; the subsidy goes on. */
const expired = story(
  'severe',
  'expired',
  (resident) => {
    const { calendar } = resident
    const ability = abilityAssessment(resident, { preliminary: 3, daysAgo: 430 })
    return {
      rows: [ability.row, elderNursingSubsidy(resident, ability, { on: addDays(ability.on, 20) })],
      example: {
        zh: '能力评估已满12个月，未作常规评估',
        en: 'the ability assessment is older than 12 months and was not repeated',
        questions: [
          {
            purpose: 'elder-nursing-subsidy',
            asOf: calendar.today,
            answer: { outcome: 'expired', missing: ['valid-finding'] },
          },
        ],
      },
    }
  },
  'benefit-on-expired-finding',
)

const provisional = story('severe', 'provisional', (resident) => ({
  rows: [pendingConclusion(resident, { grade: 3, daysAgo: 3 }).row],
  example: {
    zh: '评估结论公示未结束，尚不互认',
    en: 'the conclusion is still on public notice',
    questions: [
      {
        purpose: 'elder-nursing-subsidy',
        asOf: resident.calendar.today,
        answer: { outcome: 'provisional', missing: ['notice-ended'] },
      },
    ],
  },
}))

/** 民政 paid on a conclusion that was revoked later: on the day of the grant it stood. */
const revoked = story(
  'severe',
  'revoked',
  (resident) => {
    const { calendar, document } = resident
    const conclusion = ltciConclusion(resident, { grade: 3, daysAgo: 300 })
    const { assessmentId, row } = conclusion
    const until = calendar.daysAgo(41)
    const on = calendar.daysAgo(40)
    const basis = { recognisedFindingId: assessmentId, recognisedAs: 'severe-or-worse' } as const
    const asked = (daysAgo: number, answer: ExampleQuestion['answer']): ExampleQuestion => ({
      purpose: 'elder-nursing-subsidy',
      asOf: calendar.daysAgo(daysAgo),
      answer,
    })
    return {
      rows: [
        row,
        ltciRevocations({ document, assessmentId, on, reason: 'procedure' }),
        elderNursingSubsidy(resident, basis, { on: calendar.daysAgo(240) }),
      ],
      example: {
        zh: '结论因程序违规撤销：撤销之前予以互认，之后不再互认',
        en: 'a conclusion revoked for its procedure: recognised before, withdrawn since',
        questions: [
          asked(0, { outcome: 'withdrawn', missing: ['valid-finding'] }),
          asked(200, { outcome: 'recognised', acceptedAs: 'severe-or-worse', until, missing: [] }),
        ],
      },
    }
  },
  'benefit-on-revoked-finding',
)

const regraded = story(
  'certified-elder',
  'regraded',
  (resident) => {
    const { calendar } = resident
    const issued = certificate(resident, evaluation(4, 2), 900)
    const purpose = 'severe-disability-nursing-subsidy'
    return {
      rows: [
        issued.row,
        regrading(resident, issued, { evaluation: evaluation(4, 3), daysAgo: 40 }),
        disabilityNursingSubsidy(resident, issued, { on: addDays(issued.issuedOn, 40) }),
      ],
      example: {
        zh: '残疾等级由二级变更为三级：变更之前符合，之后不符合，而补贴仍在发放',
        en: 'regraded from 2 to 3: met before, not met since, while the subsidy is still paid',
        questions: [
          { purpose, asOf: calendar.today, answer: gradeMissing },
          {
            purpose,
            asOf: calendar.daysAgo(100),
            answer: { outcome: 'recognised', acceptedAs: 'grade-2', until: calendar.daysAgo(41), missing: [] },
          },
        ],
      },
    }
  },
  'certificate-regraded-under-subsidy',
)

const oneSourceOfDeath = story(
  'disabled',
  'death-certified-only',
  (resident) => {
    const conclusion = ltciConclusion(resident, { grade: 2, daysAgo: 250 })
    return {
      rows: [conclusion.row, deathCertified(resident, 30)],
      example: {
        zh: '仅卫生健康一方报告死亡，暂停并等待核实',
        en: 'the health authority alone reports a death: suspended for review',
        questions: [
          {
            purpose: 'elder-care-voucher',
            asOf: resident.calendar.today,
            answer: { outcome: 'suspended', missing: ['second-death-report'] },
          },
        ],
      },
    }
  },
  'death-by-one-source',
)

/** Persons about whom the city knows what the registry must answer. */
export const exampleStories: readonly Story[] = [recognised, belowTheBar, expired, provisional, revoked, regraded, oneSourceOfDeath]
