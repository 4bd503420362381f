import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { plainDate } from '@concord/standards'
import { writeSampleCity } from './write-sample-city.js'

const today = plainDate.parse('2026-06-15')
const folder = mkdtempSync(join(tmpdir(), 'sample-city-'))
afterAll(() => rmSync(folder, { recursive: true }))
describe('x', () => {
  it('y', () => {
    const t = performance.now()
    const m = writeSampleCity(folder, { persons: 20000, seed: 1, today })
    const ms = performance.now() - t
    const rows = m.files.reduce((s, f) => s + f.rows, 0)
    console.log(ms, rows, rows / ms * 1000, JSON.stringify(m.population), m.files.map((f) => `${f.kind} ${f.rows} ${JSON.stringify(f.expectedRejects)}`).join('\n'), m.planted, JSON.stringify(m.examples, undefined, 1))
    for (const f of m.files) console.log(new TextDecoder(f.encoding).decode(readFileSync(join(folder, f.path))).split('\n').slice(0, 3).join('\n'))
    expect(1).toBe(1)
  })
})
