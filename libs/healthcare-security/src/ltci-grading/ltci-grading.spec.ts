import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { repeatsRecordNothing } from '@concord/specify'
import type { PlainDate } from '@concord/standards'
import { conclusionInForce } from './conclusion-in-force.js'
import type { LtciGradingCommand } from './ltci-grading.commands.js'
import { ltciGrading } from './ltci-grading.decider.js'
import type { LtciGradingEvent } from './ltci-grading.events.js'
import { ask, concluded, expert, first, moderate, publicised, reEvaluating, second, told } from './ltci-grading.examples.js'

describe('the conclusion that a benefit may rest on', () => {
  it('is the delivered one', () =>
    expect(inForce(...concluded)).toEqual({ assessmentId: first, grade: 3, effectiveFrom: '2026-03-23', validUntil: '2028-03-22' }))
  it('is none before delivery', () => expect(inForce(...publicised)).toBeUndefined())
  it('is none during a re-evaluation', () => expect(inForce(...reEvaluating)).toBeUndefined())
  it('is the re-evaluated one after that', () =>
    expect(inForce(...reEvaluating, told('ReEvaluationConcluded', '2026-04-20'))).toMatchObject({ grade: 2, effectiveFrom: '2026-04-20' }))
  it('is none after a revocation', () => expect(inForce(...concluded, told('ConclusionRevoked', '2026-05-06'))).toBeUndefined())
})

describe('an assessment of disability', () => {
  it.each(courses())('goes its whole way: %s', (_name, course) => expect(follow(course)).toEqual({ accepted: course.length, repeated: 0 }))

  it('records nothing when any command is repeated', () => repeatsRecordNothing(ltciGrading, fc.constantFrom(...everyCommand())))
  it('records nothing when any command of a course with disturbances is repeated', () =>
    fc.assert(
      fc.property(disturbedCourse(), (course) => {
        expect(follow(course).repeated).toBe(0)
      }),
    ))
  it('is proven so by courses of which many commands are accepted', () => {
    const sample = fc.sample(disturbedCourse(), { numRuns: 200, seed: 1 })
    const accepted = sample.reduce((sum, course) => sum + follow(course).accepted, 0)
    expect(accepted / sample.flat().length).toBeGreaterThan(0.5)
  })
})

const inForce = (...history: LtciGradingEvent[]) => conclusionInForce(history.reduce(ltciGrading.evolve, ltciGrading.initial))

/** How many commands were accepted, and how many events their immediate repetition would record. */
const follow = (course: readonly LtciGradingCommand[]): { readonly accepted: number; readonly repeated: number } => {
  let state = ltciGrading.initial
  let accepted = 0
  let repeated = 0
  for (const command of course) {
    const decision = ltciGrading.decide(command, state)
    if (!decision.accepted) continue
    state = decision.events.reduce(ltciGrading.evolve, state)
    accepted += 1
    const again = ltciGrading.decide(command, state)
    repeated += again.accepted ? again.events.length : 1
  }
  return { accepted, repeated }
}

type Course = readonly LtciGradingCommand[]

function courses(): readonly (readonly [name: string, course: Course])[] {
  const accepted = [ask('ApplyForAssessment', '2026-03-02'), ask('AcceptApplication', '2026-03-04')]
  const assessed = [...accepted, ask('AssignAssessors', '2026-03-05'), ask('CompleteOnsiteAssessment', '2026-03-10')]
  const publicised = [...assessed, ask('ConfirmConclusion', '2026-03-12'), ask('PubliciseConclusion', '2026-03-13')]
  const delivered = [...publicised, ask('ConcludeGrade', '2026-03-23')]
  const objected = [...publicised, ask('RaiseNoticeObjection', '2026-03-16')]
  const reEvaluated = [ask('RequestReEvaluation', '2026-04-01'), ask('ConcludeReEvaluation', '2026-04-20')]
  return [
    [
      'refused',
      [ask('SubmitSelfAssessment', '2026-03-01'), ask('ApplyForAssessment', '2026-03-02'), ask('RefuseApplication', '2026-03-04')],
    ],
    ['withdrawn', [...accepted, ask('WithdrawApplication', '2026-03-05')]],
    ['delivered, and expired', [...delivered, ask('ExpireConclusion', '2028-03-23')]],
    ['objected to without ground', [...objected, ask('DismissNoticeObjection', '2026-03-17'), ask('ConcludeGrade', '2026-03-23')]],
    ['re-evaluated on notice', [...objected, ...reEvaluated]],
    ['re-evaluated after delivery, and revoked', [...delivered, ...reEvaluated, ask('RevokeConclusion', '2026-05-06')]],
    ['reassessed on a change', [...delivered, ...reassessment()]],
  ]
}

function reassessment(): Course {
  const assessmentId = second
  return [
    ask('ApplyForAssessment', '2026-09-14', { assessmentId, kind: 'change' }),
    ask('AcceptApplication', '2026-09-15', { assessmentId }),
    ask('AssignAssessors', '2026-09-16', { assessmentId }),
    ask('RecuseAssessor', '2026-09-17', { assessmentId, assessor: 'E-001', replacement: expert('E-003') }),
    ask('CompleteOnsiteAssessment', '2026-09-21', { assessmentId, items: moderate }),
    ask('ConfirmConclusion', '2026-09-28', { assessmentId, confirmedBy: [expert('E-002'), expert('E-003')] }),
    ask('ConcludeGrade', '2026-09-29', { assessmentId, validUntil: '2028-09-28' as PlainDate }),
  ]
}

function everyCommand(): Course {
  return courses().flatMap(([, course]) => course)
}

/** A course in which commands of any course interfere, and from which some may be missing. */
function disturbedCourse() {
  const disturbance = fc.record({ at: fc.nat({ max: 12 }), by: fc.constantFrom(...everyCommand(), undefined) })
  return fc
    .tuple(fc.constantFrom(...courses()), fc.array(disturbance, { maxLength: 3 }))
    .map(([[, course], disturbances]) =>
      disturbances.reduce<Course>((so, { at, by }) => so.toSpliced(at, by ? 0 : 1, ...(by ? [by] : [])), course),
    )
}
