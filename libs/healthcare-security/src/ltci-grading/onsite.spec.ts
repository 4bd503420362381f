import { describe, it } from '@jest/globals'
import { specify } from '@concord/specify'
import { accepted, applied, ask, assessed, assessor, assigned, expert, second, told } from './ltci-grading.examples.js'
import { ltciGrading } from './ltci-grading.decider.js'

const { given } = specify(ltciGrading)

describe('assessors', () => {
  it('are assigned to an accepted application', () =>
    given(...accepted)
      .when(ask('AssignAssessors', '2026-03-05'))
      .records(told('AssessorsAssigned', '2026-03-05')))
  it('are not assigned before it is accepted', () =>
    given(...applied)
      .when(ask('AssignAssessors', '2026-03-03'))
      .refuses('application-not-accepted'))
  it('are at least two', () =>
    given(...accepted)
      .when(assign(expert('E-001')))
      .refuses('fewer-than-two-assessors'))
  it('are at least one expert', () =>
    given(...accepted)
      .when(assign(assessor('P-001'), assessor('P-002')))
      .refuses('no-expert-among-assessors'))
  it('are different persons', () =>
    given(...accepted)
      .when(assign(expert('E-001'), assessor('E-001')))
      .refuses('person-named-twice'))
})

describe('an assessor', () => {
  it('keeps away as kin, and someone else takes the place', () =>
    given(...assigned)
      .when(ask('RecuseAssessor', '2026-03-06'))
      .records(recused))
  it('is no longer among the assessors after that', () =>
    given(...assigned, recused)
      .when(ask('RecuseAssessor', '2026-03-09', { ground: 'interest' }))
      .refuses('not-among-assessors'))
  it('must be among the assessors to keep away', () =>
    given(...assigned)
      .when(ask('RecuseAssessor', '2026-03-06', { assessor: 'P-099' }))
      .refuses('not-among-assessors'))
  it('cannot keep away before being assigned', () =>
    given(...accepted)
      .when(ask('RecuseAssessor', '2026-03-05'))
      .refuses('assessors-not-assigned'))
  it('who is the only expert is replaced by an expert', () =>
    given(...assigned)
      .when(ask('RecuseAssessor', '2026-03-06', { assessor: 'E-001' }))
      .refuses('no-expert-among-assessors'))
  it('is not replaced by one who assesses already', () =>
    given(...assigned)
      .when(ask('RecuseAssessor', '2026-03-06', { replacement: expert('E-001') }))
      .refuses('person-named-twice'))
  it('cannot take the own place', () =>
    given(...assigned)
      .when(ask('RecuseAssessor', '2026-03-06', { replacement: assessor('P-001') }))
      .refuses('person-recused'))
  it('who has kept away does not return', () =>
    given(...assigned, recused)
      .when(ask('RecuseAssessor', '2026-03-09', { assessor: 'P-002', replacement: assessor('P-001') }))
      .refuses('person-recused'))
  it('who has kept away does not assess this person another time', () =>
    given(
      ...assigned,
      recused,
      told('ApplicationWithdrawn', '2026-03-09'),
      told('LtcAssessmentApplied', '2026-04-01', { assessmentId: second }),
      told('ApplicationAccepted', '2026-04-02', { assessmentId: second }),
    )
      .when(ask('AssignAssessors', '2026-04-03', { assessmentId: second }))
      .refuses('person-recused'))
})

describe('an on-site assessment', () => {
  it('records the 17 items and who was there', () =>
    given(...assigned)
      .when(ask('CompleteOnsiteAssessment', '2026-03-10'))
      .records(told('OnsiteAssessmentCompleted', '2026-03-10')))
  it('needs assessors', () =>
    given(...accepted)
      .when(ask('CompleteOnsiteAssessment', '2026-03-10'))
      .refuses('assessors-not-assigned'))
  it('is done once', () =>
    given(...assessed)
      .when(ask('CompleteOnsiteAssessment', '2026-03-11'))
      .refuses('assessors-not-assigned'))
  it('needs a guardian or an agent', () =>
    given(...assigned)
      .when(ask('CompleteOnsiteAssessment', '2026-03-10', { present: [] }))
      .refuses('no-guardian-or-agent-present'))
  it('needs a video of the whole', () =>
    given(...assigned)
      .when(ask('CompleteOnsiteAssessment', '2026-03-10', { videoDigest: undefined }))
      .refuses('video-missing'))
})

const recused = told('AssessorRecused', '2026-03-06')
const assign = (...assessors: ReturnType<typeof expert>[]) => ask('AssignAssessors', '2026-03-05', { assessors })
