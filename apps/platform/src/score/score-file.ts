import { readFileSync } from 'node:fs'
import { type ScorableStandard, scoreCases } from '@concord/standards'

export type ScoredFile = { readonly results: readonly unknown[] } | { readonly complaints: readonly string[] }

/** Scores the cases of one JSON file, or says in sentences why not. */
export const scoreFile = (standard: ScorableStandard, path: string): ScoredFile => {
  const text = read(path)
  if (text === undefined) return complain(`The file ${path} cannot be read.`)
  const cases = parse(text)
  if (!Array.isArray(cases)) return complain(`The file ${path} is not a JSON array of cases.`)
  const scored = scoreCases(standard, cases)
  return 'results' in scored ? scored : complain(...scored.unreadable.map(({ case: number, reason }) => `case ${number}: ${reason}`))
}

const complain = (...complaints: readonly string[]): ScoredFile => ({ complaints })

const read = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** `undefined` when the text is not JSON. Editors on Windows put a byte order mark first. */
const parse = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}
