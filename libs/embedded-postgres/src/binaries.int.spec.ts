import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, lstatSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { testFolder } from '@concord/testing'
import { accountFor } from './account.js'
import { binariesFor, runnable } from './binaries.js'

const isRoot = process.getuid?.() === 0

let folder: string
let packaged: string
beforeEach(async () => {
  folder = testFolder()
  packaged = join(folder, 'package')
  const { postgres } = await binariesFor({}, folder)
  cpSync(join(dirname(postgres), '../..'), packaged, { recursive: true, filter: (path) => !lstatSync(path).isSymbolicLink() })
})
afterEach(() => {
  for (const closed of [packaged, join(packaged, 'native/lib')]) chmodSync(closed, 0o755)
  rmSync(folder, { recursive: true, force: true })
})

describe("the server's programs", () => {
  it('run from the package, whose library links we make', () => {
    const { postgres } = runnable(packaged, accountFor(packaged), folder)
    expect(postgres).toContain(packaged)
    expect(versionFrom(postgres)).toContain('PostgreSQL')
  })

  // Root may write anywhere, but its account cannot enter; an ordinary user may enter its own folder, but not complete a read-only one.
  it('run from a copy when the package cannot be used where it is', () => {
    chmodSync(isRoot ? packaged : join(packaged, 'native/lib'), isRoot ? 0o700 : 0o555)
    const { postgres, initdb } = runnable(packaged, accountFor(packaged), folder)
    expect(postgres).not.toContain(packaged)
    rmSync(join(packaged, 'native/share'), { recursive: true })
    expect(versionFrom(postgres)).toContain('PostgreSQL')
    expect(versionFrom(initdb)).toContain('initdb')
    expect(readdirSync(folder)).toHaveLength(2)
  })
})

const versionFrom = (program: string): string =>
  spawnSync(program, ['--version'], { ...accountFor(packaged), env: {}, encoding: 'utf8' }).stdout
