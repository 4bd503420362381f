import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from '@jest/globals'
import { eventually, testFolder } from '@concord/testing'
import { processes } from './processes.js'
import { runUntilReady, type ServerProgram } from './server.js'

let program: ServerProgram
beforeEach(() => {
  const folder = testFolder()
  program = {
    command: process.execPath,
    args: ['-e', 'setInterval(() => {}, 1_000)', folder],
    env: {},
    account: {},
    folder,
    log: join(folder, 'server.log'),
    endedBy: { gently: 'SIGTERM', firmly: 'SIGKILL' },
  }
})

describe('a server that is not ready yet', () => {
  it('is ended when its start is given up', async () => {
    const giveUp = new AbortController()
    const never = { isReady: () => false, faultIn: (words: string) => new Error(words) }
    const starting = runUntilReady(program, never, giveUp.signal)
    await eventually(() => expect(running()).toHaveLength(1))
    giveUp.abort()
    await expect(starting).rejects.toThrow('aborted')
    expect(running()).toEqual([])
  })

  it('ends with the process that starts it', async () => {
    const sources = join(import.meta.dirname, '../../testing/jest/sources.mjs')
    const start = `
      import { runUntilReady } from '@concord/supervisor'
      process.on('SIGTERM', () => process.exit())
      await runUntilReady(${JSON.stringify(program)}, { isReady: () => false }, new AbortController().signal)`
    const starter = spawn(process.execPath, ['--import', sources, '--input-type=module', '-e', start], { stdio: 'inherit' })
    await eventually(() => expect(running()).toHaveLength(1), { within: 20_000 })
    starter.kill()
    await once(starter, 'exit')
    await eventually(() => expect(running()).toEqual([]))
  })

  it('tells its last words when it ends instead', async () => {
    const dying = { ...program, args: ['-e', 'console.log("out of paper"); process.exit(1)'] }
    const starting = runUntilReady(dying, { isReady: () => false, faultIn: (words) => new Error(words) }, new AbortController().signal)
    await expect(starting).rejects.toThrow('out of paper')
  })
})

/** The starter itself has the folder's name on its command line, too. */
const running = () =>
  processes().filter(({ command }) => command.startsWith(`${process.execPath} -e setInterval`) && command.endsWith(program.folder))
