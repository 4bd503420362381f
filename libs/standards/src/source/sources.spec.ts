import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { type Source, source } from './source.js'
import { sources } from './sources.js'

describe('the page of sources', () => {
  it.each(sources)('tells $number, its title and its dates', ({ title, number, issuedOn, inForceFrom }) => {
    expect([title, number, issuedOn ?? '', inForceFrom ?? ''].filter((fact) => !page.includes(fact))).toEqual([])
  })

  it('tells everything that is unconfirmed or left open', () => expect(sources.flatMap((each) => untold(each, page))).toEqual([]))

  it('would be found out if it lost one of them', () => {
    const [first = ''] = sources.flatMap(({ unconfirmed }) => unconfirmed)
    expect(sources.flatMap((each) => untold(each, page.replaceAll(first, '')))).toContain(first)
  })

  it('misses no data file of this library', () => {
    const folder = new URL('..', import.meta.url)
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'))
    const inFiles = files.flatMap((file) => sourcesWithin(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))))
    expect(inFiles.map(({ number }) => number).toSorted()).toEqual(sources.map(({ number }) => number).toSorted())
    expect(files.length).toBeGreaterThan(0)
  })
})

const page = readFileSync(new URL('../../../../docs/sources.md', import.meta.url), 'utf8')

const untold = ({ unconfirmed, open }: Source, text: string) => [...unconfirmed, ...open].filter((sentence) => !text.includes(sentence))

const sourcesWithin = (data: unknown): Source[] => {
  const read = source.safeParse(data)
  if (read.success) return [read.data]
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(sourcesWithin) : []
}
