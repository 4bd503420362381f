import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import { openSigningKeys } from '@concord/event-signing'
import { signingKeysFile } from '../data-folder/city-here.js'
import { logOfCity, logOnPostgres, tellBrokers } from './city-log.js'

const folder = mkdtempSync(join(tmpdir(), 'city-log-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the log of a city', () => {
  it('is on its PostgreSQL', () => expect(logOfCity(folder)).toBe(logOnPostgres))

  it('is on its broker while that runs, and nowhere else afterwards', async () => {
    await openSigningKeys(signingKeysFile(folder, 'health'))
    const gone = tellBrokers(folder, '127.0.0.1:9092')
    expect(logOfCity(folder)).not.toBe(logOnPostgres)
    await gone()
    expect(() => logOfCity(folder)).toThrow(
      `The city in ${folder} has its log on Kafka; run it with "npm run start:kafka" in another terminal.`,
    )
  })
})
