import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { eventually } from '@concord/testing'
import pg from 'pg'
import { endOwners, startOwner } from '../testing/index.js'
import { PostgresFault } from './postgres-fault.js'
import { resetPostgres, startPostgres } from './start-postgres.js'

const isRoot = process.getuid?.() === 0
const nobody = { uid: 65534, gid: 65534 }

let folder: string
let dataFolder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'concord-supervisor-'))
  chmodSync(folder, 0o755)
  dataFolder = join(folder, 'postgres')
})
afterEach(async () => {
  await endOwners()
  await resetPostgres(dataFolder)
  rmSync(folder, { recursive: true, force: true })
})

describe('the embedded server', () => {
  it('keeps its data from one start to the next', async () => {
    const first = await startPostgres({ dataFolder })
    await write(await first.ensureDatabase('city'), 'a fact')
    await first.stop()
    const second = await startPostgres({ dataFolder })
    expect(await readAll(second.url('city'))).toEqual(['a fact'])
    await second.stop()
  })

  it('lets in nobody without the password', async () => {
    const postgres = await startPostgres({ dataFolder })
    const stranger = new URL(postgres.url('postgres'))
    stranger.password = 'guessed'
    await expect(readAll(stranger.href)).rejects.toThrow('password authentication failed')
    expect(statSync(join(dataFolder, 'password')).mode & 0o077).toBe(0)
    await postgres.stop()
  })

  it('belongs to one process at a time', async () => {
    const owner = await startOwner(dataFolder)
    await expect(startPostgres({ dataFolder })).rejects.toMatchObject({ kind: 'already-running' })
    await expect(resetPostgres(dataFolder)).rejects.toBeInstanceOf(PostgresFault)
    await write(owner.url, 'still there')
    await owner.kill('SIGTERM')
  })

  it('leaves no process and no lock when it has stopped', async () => {
    const postgres = await startPostgres({ dataFolder })
    const server = serverProcess()
    await postgres.stop()
    expect(isAlive(server)).toBe(false)
    expect(existsSync(join(dataFolder, 'owner'))).toBe(false)
  })

  it('says which port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    await expect(startPostgres({ dataFolder, port })).rejects.toMatchObject({ kind: 'port-taken', message: expect.stringContaining(`${port}`) })
    other.close()
  })
})

describe('after kill -9', () => {
  it('of its owner, the next start stops the orphan and has all that was committed', async () => {
    const owner = await startOwner(dataFolder)
    await write(owner.url, 'committed')
    const orphan = serverProcess()
    await owner.kill('SIGKILL')
    expect(isAlive(orphan)).toBe(true)
    const heard: string[] = []
    const postgres = await startPostgres({ dataFolder, notice: (line) => heard.push(line) })
    expect(isAlive(orphan)).toBe(false)
    expect(heard).toEqual([expect.stringContaining('still ran')])
    expect(await readAll(postgres.url('postgres'))).toEqual(['committed'])
    await postgres.stop()
  })

  it('of owner and server, with their numbers now those of strangers, it starts and spares the strangers', async () => {
    const owner = await startOwner(dataFolder)
    await write(owner.url, 'committed')
    const server = serverProcess()
    await owner.kill('SIGKILL')
    process.kill(server, 'SIGKILL')
    await eventually(() => expect(isAlive(server)).toBe(false))
    writeLockOf(process.ppid)
    const postgres = await startPostgres({ dataFolder })
    expect(await readAll(postgres.url('postgres'))).toEqual(['committed'])
    await postgres.stop()
  })

  it('of the server itself, it comes back at the same address with all that was committed', async () => {
    const heard: string[] = []
    const postgres = await startPostgres({ dataFolder, notice: (line) => heard.push(line) })
    const pool = new pg.Pool({ connectionString: postgres.url('postgres') })
    pool.on('error', () => {})
    await write(postgres.url('postgres'), 'committed')
    await pool.query('select 1')
    process.kill(serverProcess(), 'SIGKILL')
    const { rows } = await eventually(() => pool.query('select fact from facts'), { within: 20_000 })
    expect(rows).toEqual([{ fact: 'committed' }])
    expect(heard.at(0)).toContain('ended unexpectedly')
    await pool.end()
    await postgres.stop()
  })

  it('of the server, stopping does not wait for it to come back', async () => {
    const postgres = await startPostgres({ dataFolder })
    process.kill(serverProcess(), 'SIGKILL')
    await postgres.stop()
    expect(existsSync(join(dataFolder, 'owner'))).toBe(false)
  })
})

describe('a damaged folder', () => {
  const damage = (how: () => void): void => {
    beforeEach(async () => {
      await (await startPostgres({ dataFolder })).stop()
      how()
    })
  }

  describe('without a version', () => {
    damage(() => truncateSync(join(dataFolder, 'data/PG_VERSION')))
    it('is told in one sentence that offers to begin anew', () => isTold('damaged', '--reset'))
  })
  describe('without its control file', () => {
    damage(() => rmSync(join(dataFolder, 'data/global/pg_control')))
    it('is told in one sentence that offers to begin anew', () => isTold('damaged', '--reset'))
  })
  describe('without its password', () => {
    damage(() => rmSync(join(dataFolder, 'password')))
    it('is told in one sentence that offers to begin anew', () => isTold('damaged', '--reset'))
  })
  describe('of another version', () => {
    damage(() => writeFileSync(join(dataFolder, 'data/PG_VERSION'), '17\n'))
    it('is told in one sentence that offers to begin anew', () => isTold('other-version', '--reset'))
  })
  describe('after a reset', () => {
    damage(() => rmSync(join(dataFolder, 'data/global'), { recursive: true }))
    it('begins anew', async () => {
      await resetPostgres(dataFolder)
      const postgres = await startPostgres({ dataFolder })
      expect(await postgres.ensureDatabase('city')).toContain('/city')
      await postgres.stop()
    })
  })
})

describe('accounts', () => {
  const asRoot = isRoot ? it : it.skip

  asRoot('of root: the server runs as somebody else', async () => {
    const postgres = await startPostgres({ dataFolder })
    expect(statSync(`/proc/${serverProcess()}`).uid).not.toBe(0)
    await postgres.stop()
  })

  asRoot('of root in a folder nobody else may enter: the data is elsewhere, and the start says where', async () => {
    chmodSync(folder, 0o700)
    const heard: string[] = []
    const postgres = await startPostgres({ dataFolder, notice: (line) => heard.push(line) })
    expect(heard).toEqual([expect.stringMatching(/its data is in \/var\/lib\/concord-\w+/)])
    expect(existsSync(dataFolder)).toBe(false)
    await postgres.stop()
  })

  asRoot('of an ordinary user: the server is that user', async () => {
    mkdirSync(dataFolder)
    chownSync(dataFolder, nobody.uid, nobody.gid)
    if (spawnSync('test', ['-r', import.meta.filename], nobody).status !== 0) return
    const owner = await startOwner(dataFolder, nobody)
    expect(owner.said).toEqual([expect.stringContaining('url postgres://')])
    await owner.kill('SIGTERM')
  })

  it('without permission to write are told so', async () => {
    chmodSync(folder, 0o555)
    const said = isRoot ? (await startOwner(dataFolder, nobody)).said : [await faultOf(startPostgres({ dataFolder }))]
    expect(said.join()).toContain('There is no permission to keep data')
    chmodSync(folder, 0o755)
  })
})

const isTold = async (kind: string, advice: string): Promise<void> => {
  const fault = startPostgres({ dataFolder })
  await expect(fault).rejects.toMatchObject({ name: 'PostgresFault', kind })
  await expect(fault).rejects.toThrow(advice)
  expect(existsSync(join(dataFolder, 'owner'))).toBe(false)
}

const faultOf = (start: Promise<unknown>): Promise<string> => start.then(() => '', String)

const serverProcess = (): number => Number(readFileSync(join(dataFolder, 'data/postmaster.pid'), 'utf8').split('\n')[0])

const writeLockOf = (pid: number): void => {
  const file = join(dataFolder, 'data/postmaster.pid')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(pid)))
  writeFileSync(join(dataFolder, 'owner'), `${pid} another time`)
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

const write = async (url: string, fact: string): Promise<void> => {
  await ask(url, 'create table if not exists facts (fact text)')
  await ask(url, 'insert into facts values ($1)', [fact])
}

const readAll = async (url: string): Promise<unknown[]> => (await ask(url, 'select fact from facts')).map(({ fact }) => fact)

const ask = async (connectionString: string, sql: string, values: string[] = []): Promise<{ fact: unknown }[]> => {
  const client = new pg.Client({ connectionString })
  client.on('error', () => {})
  try {
    await client.connect()
    return (await client.query<{ fact: unknown }>(sql, values)).rows
  } finally {
    await client.end()
  }
}
