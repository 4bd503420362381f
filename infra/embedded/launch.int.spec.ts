import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { testFolder } from '@concord/testing'

const project = join(import.meta.dirname, '../..')
let clone: string

beforeEach(() => {
  clone = testFolder()
  for (const kept of ['infra/embedded', '.swcrc', 'package.json', 'package-lock.json']) {
    cpSync(join(project, kept), join(clone, kept), { recursive: true })
  }
  symlinkSync(join(project, 'node_modules'), join(clone, 'node_modules'))
  writeSource('libs/greeting/src/index.ts', "import words from './words.json' with { type: 'json' }\nexport const greeting = words.hello")
  writeSource('libs/greeting/src/words.json', '{ "hello": "good day" }')
  writeSource(
    'apps/platform/src/score/main.ts',
    "import { greeting } from '@concord/greeting'\nconsole.log(greeting, ...process.argv.slice(2))\nprocess.exitCode = 3",
  )
})

describe('the launcher', () => {
  it('builds, and hands over arguments, output and exit code; only the program speaks on stdout', async () => {
    const { stdout, stderr, code } = await launch('score', 'gbt-42195-2022', '-x')
    expect({ stdout, code }).toEqual({ stdout: 'good day gbt-42195-2022 -x\n', code: 3 })
    expect(stderr).toContain('building')
  })

  it('builds again only when a source is another', async () => {
    await launch('score')
    expect((await launch('score')).stderr).toBe('')
    writeSource('libs/greeting/src/words.json', '{ "hello": "good evening" }')
    expect(await launch('score')).toMatchObject({ stdout: 'good evening\n', stderr: expect.stringContaining('building') })
  })

  it('started twice at once, builds for both without a mishap', async () => {
    const both = await Promise.all([launch('score'), launch('score')])
    expect(both.map(({ stdout, code }) => ({ stdout, code }))).toEqual([1, 2].map(() => ({ stdout: 'good day\n', code: 3 })))
  })

  it('is not held up by a launcher that was killed, though its number is in use again', async () => {
    writeSource('.concord/build.lock', `${process.pid} 1`)
    expect(await launch('score')).toMatchObject({ stdout: 'good day\n' })
  })

  it('keeps the last good build when the sources cannot be compiled, and says why', async () => {
    await launch('score')
    writeSource('libs/greeting/src/index.ts', 'export const = nothing')
    expect(await launch('score')).toMatchObject({ stdout: '', code: 1, stderr: expect.stringContaining('could not be built') })
    expect(readFileSync(join(clone, 'dist/libs/greeting/src/index.js'), 'utf8')).toContain('words.hello')
  })

  it('passes a signal on and waits for the program to end as it likes', async () => {
    writeSource(
      'apps/platform/src/main.ts',
      "process.on('SIGTERM', () => process.exit(7))\nconsole.log('ready')\nsetInterval(() => {}, 1000)",
    )
    const launcher = start('start')
    await once(launcher.stdout, 'data')
    launcher.kill('SIGTERM')
    expect(await once(launcher, 'exit')).toEqual([7, null])
  })

  it('names its commands to who asks for another', async () => {
    expect(await launch('stop')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(/^There is no command "stop"; there are start, /),
    })
  })

  it('tells a Node that is too old', async () => {
    const old = "Object.defineProperty(process.versions, 'node', { value: '18.20.4' })"
    const launcher = spawn(process.execPath, [
      `--import=data:text/javascript,${encodeURIComponent(old)}`,
      join(clone, 'infra/embedded/launch.mjs'),
      'start',
    ])
    expect(await text(launcher.stderr)).toBe(
      'Concord needs Node 20.19 or newer to begin with (it brings its own Node 24); this is Node 18.20.4.\n',
    )
  })
})

const start = (...args: string[]) => spawn(process.execPath, [join(clone, 'infra/embedded/launch.mjs'), ...args])

const launch = async (...args: string[]) => {
  const launcher = start(...args)
  const ended = once(launcher, 'exit')
  const [stdout, stderr] = await Promise.all([text(launcher.stdout), text(launcher.stderr)])
  const [code] = await ended
  return { stdout, stderr, code: Number(code) }
}

const writeSource = (path: string, content: string): void => {
  mkdirSync(dirname(join(clone, path)), { recursive: true })
  writeFileSync(join(clone, path), content)
}
