import type { Sentence, Sentences } from '@concord/decider'
import type { FileRow, Unreadable } from './file-rows.js'
import type { Cells, Mapper } from './mapping.js'
import type { CellProblem } from './record-kind.js'
import type { Reject } from './rejects.js'

const unreadable: Readonly<Record<Unreadable, Sentence>> = {
  'row-too-long': { zh: '此行过长，不是一条记录。', en: 'The line is too long to be a row.' },
  'unreadable-characters': { zh: '此行含有无法识别的字符。', en: 'The row holds characters that the encoding does not have.' },
  'unreadable-row': { zh: '此行无法读取，请检查引号或括号。', en: 'The row cannot be read; check its quotes or brackets.' },
  'wrong-number-of-cells': { zh: '此行的列数与表头不同。', en: 'The row has another number of cells than the header.' },
}

const inBothLanguages = ({ zh, en }: Sentence): string => `${zh}${en}`

export const rejectUnreadable = ({ line, unreadable: reason }: Extract<FileRow, { readonly unreadable: Unreadable }>): Reject => ({
  row: line,
  column: '',
  reason,
  sentence: inBothLanguages(unreadable[reason]),
})

/** One reject for every cell that does not fit. */
export const rejectCells = (
  row: number,
  cells: Cells,
  problems: readonly CellProblem[],
  { theirs }: Pick<Mapper, 'theirs'>,
): readonly Reject[] =>
  problems.map(({ column: path, reason: why }) => {
    // Within a list the path goes on: the fourth of the items.
    const [column = '', ...place] = path.split('.')
    const missing = cells[column] === undefined || cells[column] === ''
    return { row, column: theirs(column), reason: missing ? 'missing-cell' : 'invalid-cell', sentence: [...place, why].join(': ') }
  })

export const rejectRefused = (row: number, refusal: string, refusals: Sentences): Reject => ({
  row,
  column: '',
  reason: refusal,
  sentence: inBothLanguages(refusals[refusal] ?? { zh: '不符合规则。', en: 'The rules refuse this.' }),
})
