import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')

/** What people read. */
export interface Page {
  /** From the project's folder. */
  readonly path: string
  readonly text: string
}

export const pageAt = (path: string): Page => ({ path, text: readFileSync(join(root, path), 'utf8') })

const below = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`)

export const pages: readonly Page[] = [
  ...['README.md', 'CONTRIBUTING.md'].filter((path) => existsSync(join(root, path))),
  ...['docs', 'libs', 'apps', 'proto'].flatMap(below).filter((path) => path.endsWith('.md')),
]
  .toSorted()
  .map(pageAt)

/** The cells of all table rows under a heading, heads left out; of the whole page without one. */
export const rowsOf = ({ path, text }: Page, heading?: string): string[][] => {
  const section = heading === undefined ? text : text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`))
  if (section === undefined) throw new Error(`${path} has no heading "${heading}"`)
  const lines = section.split('\n')
  return lines
    .filter((line, place) => line.startsWith('|') && !isRule(line) && !isRule(lines[place + 1] ?? ''))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    )
}

const isRule = (line: string): boolean => /^\|[\s|:-]+\|$/.test(line)

/** Everything that stands in backticks. */
export const codeIn = (text: string): string[] =>
  text
    .replaceAll(/^```.*?^```$/gms, '')
    .split('`')
    .filter((_, place) => place % 2 === 1)
