import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from '@jest/globals'
import {
  clearAll,
  newDataFolder,
  type Platform,
  platformOn,
  processesOn,
  startPlatform,
  startProgram,
} from '../processes/platform-process.js'
import { eventsOn } from '../processes/records.js'

const ready = 'Ctrl-C stops everything'

describe('a start that cannot be (启动失败)', () => {
  it.each([
    [['--prot', '3000'], "unknown option '--prot'"],
    [['--port', 'abc'], 'Give a whole number from 1 to 65535.'],
    [['--persons', '5'], 'Give a whole number from 100 to 5000000.'],
    [['3001'], 'Options come after two dashes'],
  ])('says what is wrong with %j and touches nothing', async (options, sentence) => {
    const folder = newDataFolder()
    const platform = await startPlatform(folder, options)
    expect([await platform.end(), readdirSync(folder)]).toEqual([1, []])
    expect(platform.said()).toContain(sentence)
  })

  it('names the port that is taken, even if all was to be deleted', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    const folder = newDataFolder()
    writeFileSync(join(folder, 'person-key'), 'a key')
    expect(await failing(folder, ['--port', String(port), '--reset'])).toBe(
      `Port ${port} is taken, perhaps by a Concord that runs already; stop what uses it, or choose another one: npm start -- --port ${port + 1}`,
    )
    expect(readFileSync(join(folder, 'person-key'), 'utf8')).toBe('a key')
    other.close()
  })

  it('says that nobody is at POSTGRES_URL, without its password', async () => {
    const said = await failing(newDataFolder(), [], { POSTGRES_URL: 'postgres://someone:secret@127.0.0.1:1/city' })
    expect(said).toMatch(/^POSTGRES_URL names a server at 127\.0\.0\.1:1 that does not answer/)
    expect(said).not.toContain('secret')
  })
})

describe('a command in a folder without a city', () => {
  it.each([[['operate', 'progress']], [['verify-registry']]])('says so and begins none: %j', async (command) => {
    const folder = newDataFolder()
    const program = startProgram(folder, command)
    expect([await program.end(), readdirSync(folder)]).toEqual([1, []])
    expect(program.said()).toContain(`There is no city in ${folder}; start one with "npm start", or name its folder in CONCORD_DATA`)
  })
})

describe('a data folder', () => {
  it('is left in good order by Ctrl-C in the middle of the import', async () => {
    const platform = await startPlatform(folder, ['--persons', '1500'])
    await platform.says('importing a made-up city of 1500 persons')
    await ctrlC(platform)
    expect(platform.said()).toContain('The next start goes on with the import from here.')
  })

  it('keeps its city, whatever size is asked for next, and serves one platform at a time', async () => {
    const platform = await startPlatform(folder, ['--persons', '300'])
    await platform.says(ready)
    expect(platform.said()).toContain(
      'The city of 1500 persons is kept; "npm start -- --reset --persons 300" deletes it and makes one of 300.\n',
    )
    expect(await failing(folder, ['--no-city'])).toBe(
      `Process ${platformOn(folder)} already runs on the data in ${join(folder, 'postgres')}; stop it first.`,
    )
    before = await eventsOn(folder)
    await ctrlC(platform)
  })

  it('keeps its city when none is asked for', async () => {
    const platform = await startPlatform(folder, ['--no-city'])
    await platform.says(ready)
    expect(await eventsOn(folder)).toEqual(before)
    await ctrlC(platform)
  })

  it('is not opened with the key of another city', async () => {
    const key = readFileSync(join(folder, 'person-key'), 'utf8')
    writeFileSync(join(folder, 'person-key'), 'ab'.repeat(32))
    expect(await failing(folder, [])).toMatch(/is not the one that the records of this city were made with/)
    writeFileSync(join(folder, 'person-key'), key)
  })

  it('begins anew when it is reset', async () => {
    const platform = await startPlatform(folder, ['--reset', '--persons', '300'])
    await platform.says(ready)
    expect(platform.said()).toMatch(/imported \d+ rows/)
    expect(JSON.parse(readFileSync(join(folder, 'city/manifest.json'), 'utf8'))).toMatchObject({ population: { persons: 300 } })
    expect(await eventsOn(folder)).not.toEqual(before)
    await ctrlC(platform)
  })

  const folder = newDataFolder()
  let before: object
  afterAll(clearAll)

  /** A terminal sends it to launcher and platform, and the launcher passes it on: it comes twice, and here once more. */
  const ctrlC = async (platform: Platform): Promise<void> => {
    platform.signal('SIGINT')
    platform.signal('SIGINT')
    expect(await platform.end()).toBe(0)
    expect(platform.said().match(/stopping/g)).toHaveLength(1)
    expect(processesOn(folder)).toEqual([])
  }
})

/** @returns the one sentence that it says */
const failing = async (folder: string, options: readonly string[], environment?: NodeJS.ProcessEnv): Promise<string> => {
  const platform = await startPlatform(folder, options, environment)
  expect(await platform.end()).toBe(1)
  const [sentence = '', ...more] = platform
    .said()
    .trimEnd()
    .split('\n')
    // The launcher's own, while the project is worked on.
    .filter((line) => !/^(building|installing|waiting for process) /.test(line))
  expect(more).toEqual([])
  return sentence
}
