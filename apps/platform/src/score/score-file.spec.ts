import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { scoreOptionsFrom } from './options.js'
import { scoreFile } from './score-file.js'

describe('the score command', () => {
  it('gives the results of a file, with or without a byte order mark', () => {
    const scored = { results: [{ valid: false, why: 'an institution code has 18 characters, this has 1' }] }
    expect(scoreFile('identity', file('[{"kind":"uscc","value":"1"}]'))).toEqual(scored)
    expect(scoreFile('identity', file('\uFEFF[{"kind":"uscc","value":"1"}]'))).toEqual(scored)
  })

  it('complains of each case that cannot be read, by its number', () =>
    expect(scoreFile('identity', file('[{"kind":"uscc","value":"1"}, 7, {}]'))).toEqual({
      complaints: ['case 2: a case is an object', 'case 3: kind: must be resident-id, certificate or uscc'],
    }))

  it.each(['{"cases":[]}', 'null', '[1,', ''])('complains once of a file that holds %j', (text) =>
    expect(scoreFile('ltci-2021', file(text))).toEqual({ complaints: [expect.stringMatching(/is not a JSON array of cases\.$/)] }),
  )

  it.each([join(tmpdir(), 'no-such-file.json'), tmpdir()])('complains once when it cannot read %s', (path) =>
    expect(scoreFile('ltci-2021', path)).toEqual({ complaints: [`The file ${path} cannot be read.`] }),
  )

  it('means the file from where its caller stands', () =>
    expect(scoreOptionsFrom(['identity', 'cases.json'], '/somewhere')).toEqual({ standard: 'identity', file: '/somewhere/cases.json' }))
})

const folder = mkdtempSync(join(tmpdir(), 'score-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const file = (text: string): string => {
  const path = join(folder, `${(files += 1)}.json`)
  writeFileSync(path, text)
  return path
}
