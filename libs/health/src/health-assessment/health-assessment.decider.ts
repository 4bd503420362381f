import { accept, refuse, type Decider, type Decision } from '@concord/decider'
import { addYears, ageOn, type InstitutionCode, type PlainDate } from '@concord/standards'
import type { HealthAssessmentCommand } from './health-assessment.commands.js'
import type { HealthAssessmentEvent } from './health-assessment.events.js'
import { serviceProgramme } from './service-programme.js'

/** 失能老年人健康评估 and the visits that were made under it. */
export interface HealthAssessment {
  readonly assessmentId: string
  readonly on: PlainDate
  readonly validUntil: PlainDate
  readonly institution: InstitutionCode
  readonly visits: readonly HomeVisit[]
}
interface HomeVisit {
  readonly visitId: string
  readonly on: PlainDate
}

export type HealthAssessmentRefusal =
  | 'health-record-needed'
  | 'not-disabled'
  | 'not-living-at-home'
  | 'younger-than-65'
  | 'assessed-this-year-already'
  | 'assessment-id-used-already'
  | 'assessment-unknown'
  | 'visit-before-assessment'
  | 'visit-after-assessment-expired'
  | 'visit-id-used-already'

export const healthAssessment: Decider<
  HealthAssessmentCommand,
  readonly HealthAssessment[],
  HealthAssessmentEvent,
  HealthAssessmentRefusal
> = {
  initial: [],

  decide: (command, assessments) => {
    switch (command.type) {
      case 'AssessDisabledElder':
        return assess(command, assessments)
      case 'RecordHomeVisit':
        return visit(command, assessments)
    }
  },

  evolve: (assessments, { type, data }) => {
    switch (type) {
      case 'DisabledElderHealthAssessed':
        return [...assessments, { ...data, visits: [] }]
      case 'HomeVisitMade':
        return assessments.map((made) =>
          made.assessmentId === data.assessmentId ? { ...made, visits: [...made.visits, { visitId: data.visitId, on: data.on }] } : made,
        )
    }
  },
}

/** How many visits the programme still owes under an assessment. */
export const visitsStillDue = ({ visits }: HealthAssessment): number => Math.max(0, serviceProgramme.visitsAYear - visits.length)

type Asked<Type> = Extract<HealthAssessmentCommand, { type: Type }>
type Answer = Decision<HealthAssessmentEvent, HealthAssessmentRefusal>

const assess = (command: Asked<'AssessDisabledElder'>, assessments: readonly HealthAssessment[]): Answer => {
  const { assessmentId, on, institution } = command
  const known = assessments.find((made) => made.assessmentId === assessmentId)
  if (known) return known.on === on && known.institution === institution ? accept() : refuse('assessment-id-used-already')
  const hindrance = whyNotEntitled(command)
  if (hindrance) return refuse(hindrance)
  if (assessments.some((made) => yearOf(made.on) === yearOf(on))) return refuse('assessed-this-year-already')
  return accept({ type: 'DisabledElderHealthAssessed', data: { assessmentId, on, validUntil: addYears(on, 1), institution } })
}

const whyNotEntitled = ({ bornOn, disabled, livesAtHome, on }: Asked<'AssessDisabledElder'>): HealthAssessmentRefusal | undefined => {
  if (bornOn === null) return 'health-record-needed'
  if (!disabled) return 'not-disabled'
  if (!livesAtHome) return 'not-living-at-home'
  return ageOn(bornOn, on) < serviceProgramme.minimumAge ? 'younger-than-65' : undefined
}

/** The year of the programme is the calendar year, in which it is budgeted and reported (unconfirmed: 278号 says 每年). */
const yearOf = (date: PlainDate): string => date.slice(0, 4)

const visit = ({ assessmentId, visitId, on }: Asked<'RecordHomeVisit'>, assessments: readonly HealthAssessment[]): Answer => {
  const known = everyVisit(assessments).find((made) => made.visitId === visitId)
  if (known) return known.assessmentId === assessmentId && known.on === on ? accept() : refuse('visit-id-used-already')
  const assessment = assessments.find((made) => made.assessmentId === assessmentId)
  if (!assessment) return refuse('assessment-unknown')
  if (on < assessment.on) return refuse('visit-before-assessment')
  if (on > assessment.validUntil) return refuse('visit-after-assessment-expired')
  return accept({ type: 'HomeVisitMade', data: { assessmentId, visitId, on } })
}

const everyVisit = (assessments: readonly HealthAssessment[]) =>
  assessments.flatMap(({ assessmentId, visits }) => visits.map((made) => ({ assessmentId, ...made })))
