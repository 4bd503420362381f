import { describe, expect, it } from '@jest/globals'
import { gradeName } from '../scoring/grade-name.js'
import { disabilityCategories, disabilityGrades, gradeOfMultiple } from './gbt-26341-2010.js'

describe('the classification of disabilities', () => {
  it('has seven categories, the last for several at once', () =>
    expect(disabilityCategories.map(({ code, zh }) => `${code}${zh}`)).toEqual([
      '1视力残疾',
      '2听力残疾',
      '3言语残疾',
      '4肢体残疾',
      '5智力残疾',
      '6精神残疾',
      '7多重残疾',
    ]))

  it('has four grades, the first the most severe', () => expect(disabilityGrades.map(({ code }) => code)).toEqual([1, 2, 3, 4]))

  it('grades several disabilities by the most severe of them', () =>
    expect(gradeOfMultiple([{ grade: 3 }, { grade: 2 }, { grade: 4 }])).toBe(2))
})

describe('the name of a grade', () => {
  it('depends on the standard: the same number means different things', () => {
    expect(gradeName('ltci-2021', 3)?.zh).toBe('重度失能Ⅰ级')
    expect(gradeName('gbt-42195-2022', 3)?.zh).toBe('能力重度受损(重度失能)')
    expect(gradeName('gbt-26341-2010', 3)).toEqual({ zh: '三级(中度)', en: 'grade 3, moderate' })
  })

  it('does not exist for a grade that the standard does not have', () => expect(gradeName('gbt-26341-2010', 0)).toBeUndefined())
})
