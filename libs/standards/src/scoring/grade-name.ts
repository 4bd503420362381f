import { gbt26341Table } from '../gbt-26341-2010/gbt-26341-2010.table.js'
import { gbt42195Table } from '../gbt-42195-2022/gbt-42195-2022.table.js'
import { ltci2021Table } from '../ltci-2021/ltci-2021.table.js'
import type { CodeName } from './code-name.js'

const grades = {
  'ltci-2021': ltci2021Table.grades,
  'gbt-42195-2022': gbt42195Table.levels,
  'gbt-26341-2010': gbt26341Table.grades,
} as const satisfies Record<string, readonly CodeName[]>

/** The standards whose results are grades or levels. */
export type GradingStandard = keyof typeof grades

/** What a standard calls its grade, in Chinese and English. The same number means different things in different standards. */
export const gradeName = (standard: GradingStandard, grade: number): { readonly zh: string; readonly en: string } | undefined => {
  const named = grades[standard].find(({ code }) => code === grade)
  return named && { zh: named.zh, en: named.en }
}
