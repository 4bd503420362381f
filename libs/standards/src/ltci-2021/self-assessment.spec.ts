import { describe, expect, it } from '@jest/globals'
import { type SelfAssessmentAnswers, selfAssessmentGate } from './self-assessment.js'

describe('the gate of the self-assessment', () => {
  it('lets nobody apply who does everything alone', () =>
    expect(selfAssessmentGate(alone)).toEqual({ category: 'A', mayApply: false, dependentIn: [] }))

  it('counts 依赖 only: a person with partial answers alone is in A too', () => {
    const partly = { ...alone, eating: 'partly-independent', toileting: 'partly-independent' } as const
    expect(selfAssessmentGate(partly).category).toBe('A')
  })

  it('gives every pair of counts the category of Table B', () => {
    const table = [0, 1, 2, 3].map((a) => [0, 1, 2, 3].map((b) => selfAssessmentGate(dependentIn(a, b)).category).join(''))
    expect(table).toEqual(['ABBC', 'BCDE', 'DEEF', 'EFFG'])
  })

  it('lets E, F and G apply and nobody else', () => {
    const gates = [0, 1, 2, 3].flatMap((a) => [0, 1, 2, 3].map((b) => selfAssessmentGate(dependentIn(a, b))))
    expect(new Set(gates.filter(({ mayApply }) => mayApply).map(({ category }) => category))).toEqual(new Set(['E', 'F', 'G']))
    expect(new Set(gates.filter(({ mayApply }) => !mayApply).map(({ category }) => category))).toEqual(new Set(['A', 'B', 'C', 'D']))
  })

  it('names what the person depends on others for', () =>
    expect(selfAssessmentGate(dependentIn(1, 2)).dependentIn).toEqual(['进食', '穿衣', '用厕']))
})

const alone: SelfAssessmentAnswers = {
  eating: 'independent',
  continence: 'independent',
  bathing: 'independent',
  dressing: 'independent',
  toileting: 'independent',
  transfer: 'independent',
}
const dependentIn = (a: number, b: number): SelfAssessmentAnswers => {
  const things = [...['eating', 'continence', 'bathing'].slice(0, a), ...['dressing', 'toileting', 'transfer'].slice(0, b)]
  return { ...alone, ...Object.fromEntries(things.map((thing) => [thing, 'dependent'])) }
}
