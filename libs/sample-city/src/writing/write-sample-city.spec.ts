import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { ageOn, parseIdentityDocument, plainDate } from '@concord/standards'
import { type CityPlan, livesOf } from '../city.js'
import { manifest, type Manifest } from '../manifest.js'
import { isElder } from '../population/strata.js'
import { manifestName, writeSampleCity } from './write-sample-city.js'

const today = plainDate.parse('2026-06-15')
const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })))

const written = (plan: Partial<CityPlan>): { readonly folder: string; readonly told: Manifest } => {
  const folder = mkdtempSync(join(tmpdir(), 'sample-city-'))
  folders.push(folder)
  return { folder, told: writeSampleCity(folder, { persons: 2_000, seed: 1, today, ...plan }) }
}

describe('a sample city', () => {
  it.each([1, 2, 3])('has the published shares, with seed %i', (seed) => {
    const { persons, elders, disabled, severe, certified, certifiedElders } = written({ persons: 20_000, seed }).told.population
    expect(persons).toBe(20_000)
    expect(elders / persons).toBeCloseTo(0.22, 4)
    expect(disabled / elders).toBeCloseTo(0.0535, 3)
    expect(severe / elders).toBeCloseTo(0.0136, 3)
    expect(Math.abs(certified / persons - 0.027)).toBeLessThan(0.002)
    expect(Math.abs(certifiedElders / certified - 0.53)).toBeLessThan(0.03)
  })

  it('is the same for the same plan, byte by byte, and another for another seed or day', () => {
    const digest = (plan: Partial<CityPlan>): string => {
      const { folder } = written({ persons: 500, ...plan })
      const hash = createHash('sha256')
      const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      for (const { name, parentPath } of files) hash.update(name).update(readFileSync(join(parentPath, name)))
      return hash.digest('hex')
    }
    const digests = [{}, {}, { seed: 2 }, { today: plainDate.parse('2026-06-16') }].map(digest)
    expect(digests[1]).toBe(digests[0])
    expect(new Set(digests).size).toBe(3)
  })

  it.each([20_000, 60_000])('gives each of %i persons a valid document of their own, which tells the age', (persons) => {
    const seen = new Set<string>()
    for (const { resident } of livesOf({ persons, seed: 1, today })) {
      const parsed = parseIdentityDocument(resident.document)
      if (!parsed.valid) throw new Error(parsed.why)
      const { number, bornOn = resident.bornOnColumn } = parsed.document
      seen.add(number)
      if (bornOn !== resident.bornOn || ageOn(bornOn, today) >= 60 !== isElder(resident.stratum)) throw new Error('another age than meant')
    }
    expect(seen.size).toBe(persons)
  })

  it('has documents of every kind, none of a region, country or sequence that is ever given', () => {
    const lives = [...livesOf({ persons: 2_000, seed: 1, today })]
    const forms = lives.map(({ resident }) => resident.document.replace(/^(35029|8[123]0000|935999|ZZZ).*$/, '$1'))
    expect([...new Set(forms)].toSorted()).toEqual(['35029', '810000', '820000', '830000', '935999', 'ZZZ'])
  })

  it('counts its files rightly, and each can be read in its encoding', () => {
    const { folder, told } = written({})
    for (const { path, encoding, format, rows, mapping } of told.files) {
      const text = new TextDecoder(encoding, { fatal: true }).decode(readFileSync(join(folder, path)))
      const lines = text.trimEnd().split('\n')
      expect([path, lines.length]).toEqual([path, rows + (format === 'csv' ? 1 : 0)])
      expect(format === 'csv').toBe(mapping !== undefined && existsSync(join(folder, mapping)))
    }
    expect(new Set(told.files.map(({ encoding, format }) => `${format} ${encoding}`))).toEqual(
      new Set(['csv utf-8', 'csv gb18030', 'ndjson utf-8']),
    )
    const insurance = readFileSync(join(folder, 'healthcare-security/insurance.csv'))
    expect([...insurance.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  })

  it('plants every contradiction, rejects every kind of row and has every example, however small it is', () => {
    const { told } = written({ persons: 100 })
    expect(told.planted.filter(({ persons }) => persons === 0)).toEqual([])
    expect(told.examples.map(({ name }) => name)).toEqual([
      'recognised',
      'below-the-bar',
      'expired',
      'provisional',
      'revoked',
      'regraded',
      'death-certified-only',
    ])
    expect(told.files.flatMap(({ expectedRejects }) => expectedRejects).reduce((sum, { rows }) => sum + rows, 0)).toBe(12)
  })

  it('plants more in a larger city', () => {
    const [small, large] = [written({}).told, written({ persons: 20_000 }).told]
    for (const [place, { persons }] of large.planted.entries()) expect(persons).toBeGreaterThan(small.planted[place]?.persons ?? 0)
  })

  it('tells in a manifest, written last, what it is', () => {
    const { folder, told } = written({})
    const text = readFileSync(join(folder, manifestName), 'utf8')
    expect(manifest.parse(JSON.parse(text))).toEqual(told)
  })

  it.each([0, -1, 1.5])('of %d persons is none', (persons) => expect(() => written({ persons })).toThrow(RangeError))
})
