import type { FileRow } from './file-rows.js'
import type { Line } from './lines.js'

/** A row for every line that is not blank: an object, its keys are the columns. */
export async function* ndjsonRows(pages: AsyncIterable<readonly Line[]>): AsyncGenerator<readonly FileRow[]> {
  for await (const page of pages) yield page.filter(({ text }) => text?.trim() !== '').map(rowOf)
}

const rowOf = ({ number: line, text }: Line): FileRow => {
  if (text === undefined) return { line, unreadable: 'row-too-long' }
  if (text.includes('\uFFFD')) return { line, unreadable: 'unreadable-characters' }
  const value = parsed(text)
  return isObject(value) ? { line, cells: value } : { line, unreadable: 'unreadable-row' }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
