import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { codeIn, type Page, pageAt, pages, root, rowsOf } from './pages.js'
import { overlayOf } from './snippets.js'

describe('the documentation', () => {
  it('has no link that leads nowhere', () => expect(pages.flatMap(brokenLinks)).toEqual([]))
  it('finds a link that leads nowhere', () =>
    expect(brokenLinks({ path: 'docs/wrong.md', text: '[a](nowhere.md) [b](#nothing)' })).toEqual([
      'docs/wrong.md: nowhere.md',
      'docs/wrong.md: #nothing',
    ]))

  it('names no file that is not there', () => expect(pages.flatMap(strangeFiles)).toEqual([]))

  it('speaks of the project alone, not of how or where it was made', () =>
    expect(
      pages.filter(({ text }) => /\/(home|root|tmp|work|Users)\/|\bissue \d|\bsessions?\b|#\d+\b/i.test(text)).map(({ path }) => path),
    ).toEqual([]))

  it('lists every decision record, and no other', () => {
    const records = readdirSync(join(root, 'docs/adr')).filter((name) => /^\d{4}-/.test(name))
    const listed = [...pageAt('docs/adr/README.md').text.matchAll(/\]\((\d{4}-[^)]+)\)/g)].map(([, name]) => name)
    expect(listed).toEqual(records.toSorted())
  })

  it('tells of every dependency what it is for, and of no other', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Readonly<
      Record<string, Readonly<Record<string, string>>>
    >
    const needed = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) => Object.keys(manifest[kind] ?? {}))
    const told = rowsOf(pageAt('docs/dependencies.md')).flatMap(([names = '']) => codeIn(names))
    expect(told.toSorted()).toEqual(needed.toSorted())
  })
})

const brokenLinks = ({ path, text }: Page): string[] =>
  [...withoutBlocks(text).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^https?:/.test(target) && !leadsSomewhere(path, text, target))
    .map((target) => `${path}: ${target}`)

const leadsSomewhere = (path: string, text: string, target: string): boolean => {
  const [file = '', anchor] = target.split('#')
  const found = join(dirname(path), file)
  if (file !== '' && !existsSync(join(root, found))) return false
  return anchor === undefined || anchorsIn(file === '' ? text : pageAt(found).text).includes(anchor)
}

/** As GitHub names headings. */
const anchorsIn = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  )

const withoutBlocks = (text: string): string => text.replaceAll(/^```.*?^```$/gms, '')

const made = [...overlayOf(pages).keys()]

/** Paths in backticks that are neither in the tree nor made by a snippet. */
const strangeFiles = ({ path, text }: Page): string[] =>
  codeIn(text)
    .filter((code) => /^(apps|libs|proto|e2e|bench|docs|infra)\/[\w./-]+$/.test(code))
    .map((code) => normalize(code).replace(/\/$/, ''))
    .filter((file) => !existsSync(join(root, file)) && !made.some((one) => one === file || one.startsWith(`${file}/`)))
    .map((file) => `${path}: ${file}`)
