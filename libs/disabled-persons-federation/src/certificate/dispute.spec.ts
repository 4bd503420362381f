import { describe, it } from '@jest/globals'
import { specify } from '@concord/specify'
import { certificate } from './certificate.decider.js'
import { ask, atCity, conclude, concluded, disputed, final, holding, limb1, limb2, regrade, regraded } from './certificate.example.js'

const { given } = specify(certificate)

describe('a dispute about the evaluation', () => {
  it('goes to the city within ten working days', () =>
    given(...holding)
      .when(ask('DisputeEvaluation', '2026-04-07'))
      .records(disputed('city')))
  it('comes too late afterwards', () =>
    given(...holding)
      .when(ask('DisputeEvaluation', '2026-04-08'))
      .refuses('term-to-dispute-over'))
  it('is raised once', () =>
    given(...holding, disputed('city'))
      .when(ask('DisputeEvaluation', '2026-04-08'))
      .refuses('dispute-open'))
  it('is answered by the city', () =>
    given(...holding, disputed('city'))
      .when(conclude('2026-05-06'))
      .records(concluded('2026-05-06', false)))
  it('is answered with an evaluation that fits the standard', () =>
    given(...holding, disputed('city'))
      .when(conclude('2026-05-06', { ...limb2, grade: 1 }))
      .refuses('grade-not-of-the-most-severe-component'))
  it('goes on to the province', () =>
    given(...atCity)
      .when(ask('DisputeEvaluation', '2026-05-19'))
      .records(disputed('province', '2026-05-19')))
  it('goes on to the province in time only', () =>
    given(...atCity)
      .when(ask('DisputeEvaluation', '2026-05-20'))
      .refuses('term-to-dispute-over'))
  it('is answered by the province for good', () =>
    given(...atCity, disputed('province', '2026-05-19'))
      .when(conclude('2026-06-30'))
      .records(concluded('2026-06-30', true)))
  it('ends there', () =>
    given(...final)
      .when(ask('DisputeEvaluation', '2026-07-01'))
      .refuses('provincial-opinion-is-final'))
  it('keeps the grade as it is until answered', () =>
    given(...holding, disputed('city'))
      .when(regrade(limb1))
      .refuses('dispute-open'))
  it('is not answered before it is raised', () =>
    given(...holding)
      .when(conclude('2026-05-06'))
      .refuses('no-dispute-open'))
  it('may be raised anew about a new grade', () =>
    given(...final, regraded(limb1))
      .when(ask('DisputeEvaluation', '2027-02-03'))
      .records(disputed('city', '2027-02-03')))
})
