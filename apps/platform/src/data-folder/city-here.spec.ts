import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { hasCity, mustBeStartedSo, mustHaveCity } from './city-here.js'

const folder = mkdtempSync(join(tmpdir(), 'city-here-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('a data folder', () => {
  it('has no city before one was started in it, which commands are told with what to do', () => {
    for (const empty of [folder, join(folder, 'misspelt')]) {
      expect(hasCity(empty)).toBe(false)
      expect(() => mustHaveCity(empty)).toThrow(
        `There is no city in ${empty}; start one with "npm start", or name its folder in CONCORD_DATA (that of "npm run start:kafka" is .concord/on-kafka).`,
      )
    }
  })

  it('has one where a key of person ids is kept, wherever the database is', () => {
    writeFileSync(join(folder, 'person-key'), '')
    expect(hasCity(folder)).toBe(true)
    expect(() => mustHaveCity(folder)).not.toThrow()
  })

  it.each([
    ['npm start', []],
    ['npm run start:kafka', ['signing']],
  ])('whose city was begun with "%s" is not started otherwise', (command, folders) => {
    const begun = mkdtempSync(join(folder, 'begun-'))
    const isOnKafka = folders.length > 0
    for (const asked of [true, false]) expect(() => mustBeStartedSo(begun, asked)).not.toThrow()
    writeFileSync(join(begun, 'person-key'), '')
    for (const name of folders) mkdirSync(join(begun, name))
    expect(() => mustBeStartedSo(begun, isOnKafka)).not.toThrow()
    expect(() => mustBeStartedSo(begun, !isOnKafka)).toThrow(
      `The city in ${begun} is one of "${command}"; start it so, or name another folder`,
    )
  })
})
