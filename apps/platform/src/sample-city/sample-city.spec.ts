import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, jest } from '@jest/globals'
import { writeSampleCity } from '@concord/sample-city'
import { plainDate } from '@concord/standards'
import { cityTold } from './city-told.js'
import { sampleCityOptionsFrom } from './options.js'

const today = plainDate.parse('2026-06-15')
const folder = mkdtempSync(join(tmpdir(), 'sample-city-command-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the sample-city command', () => {
  it('takes a folder as it is meant from where its caller stands, and has a city of 20,000 persons in mind', () => {
    expect(sampleCityOptionsFrom(['--folder', 'city'], '/somewhere', today)).toEqual({
      folder: '/somewhere/city',
      persons: 20_000,
      seed: 1,
      today,
    })
    const chosen = ['--folder', '/city', '--persons', '300', '--seed', '9', '--today', '2025-01-31']
    expect(sampleCityOptionsFrom(chosen, '/', today)).toEqual({ folder: '/city', persons: 300, seed: 9, today: '2025-01-31' })
  })

  it.each([
    [['--persons', '300'], /required option '--folder/],
    [['--folder', 'city', '--persons', '99'], /whole number from 100/],
    [['--folder', 'city', '--seed', '1.5'], /whole number from 0/],
    [['--folder', 'city', '--today', '2026-06-16'], /date from 2024-01-01 to 2026-06-15/],
    [['--folder', 'city', 'more'], /too many arguments/],
  ])('refuses %j in one sentence', (args, sentence) => {
    const said = jest.spyOn(process.stderr, 'write').mockReturnValue(true)
    const left = jest.spyOn(process, 'exit').mockImplementation((code) => {
      throw new Error(`left with ${code}`)
    })
    expect(() => sampleCityOptionsFrom(args, '/', today)).toThrow('left with 1')
    expect(said.mock.calls.join('')).toMatch(sentence)
    said.mockRestore()
    left.mockRestore()
  })

  it('tells what it wrote and planted, and no identity number', () => {
    const told = cityTold(writeSampleCity(folder, { persons: 2_000, seed: 1, today }), folder, 0.5)
    expect(told).toMatch(/60 and over: 440 \(22\.00 % of all\)/)
    expect(told).toMatch(/civil-affairs\/ability-assessments\.csv: \d+; 1 by the column items, 1 by under-sixty/)
    expect(told).toMatch(/opposite-movement: 1 {2}长护险等级好转而能力评估等级加重/)
    expect(told).not.toMatch(/\d{15}/)
  })
})
