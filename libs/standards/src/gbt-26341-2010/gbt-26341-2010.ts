import type { CodeName } from '../scoring/code-name.js'
import { gbt26341Table } from './gbt-26341-2010.table.js'

/** 残疾类别, 1 视力 … 7 多重 (GB/T 26341-2010). */
export const disabilityCategories: readonly CodeName[] = gbt26341Table.categories

/** 残疾等级, 1 is the most severe (GB/T 26341-2010). */
export const disabilityGrades: readonly CodeName[] = gbt26341Table.grades

/** 多重残疾 has the grade of its most severe component (残疾人证管理办法 art. 13). One component or more. */
export const gradeOfMultiple = (components: readonly { readonly grade: number }[]): number =>
  Math.min(...components.map(({ grade }) => grade))
