import type { Standard } from '../facts/finding.js'

interface Scale {
  readonly zh: string
  readonly en: string
  readonly grades: readonly number[]
  /** Dimension scores that a rule may bound. */
  readonly scores: readonly string[]
  readonly source: string
}

/** The native scales, each with its own direction. The words collide (重度 is three different things), so nothing is joined on them. */
export const scales: Readonly<Record<Standard, Scale>> = {
  'ltci-2021': {
    zh: '长护险失能等级',
    en: 'LTCI grade',
    grades: [0, 1, 2, 3, 4, 5],
    scores: ['adl', 'cognition', 'perception'],
    source: '医保办发〔2021〕37号 长期护理失能等级评估标准(试行)',
  },
  'gbt-42195-2022': {
    zh: '老年人能力等级',
    en: 'GB/T 42195 level',
    grades: [0, 1, 2, 3, 4],
    scores: ['total', 'preliminary'],
    source: 'GB/T 42195-2022 老年人能力评估规范',
  },
  'gbt-26341-2010': {
    zh: '残疾等级',
    en: 'certificate grade',
    grades: [1, 2, 3, 4],
    scores: [],
    source: 'GB/T 26341-2010 残疾人残疾分类和分级',
  },
}
