import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { startOf } from '@concord/supervisor'
import { endOwners } from '@concord/supervisor/testing'
import { eventually, testFolder } from '@concord/testing'
import pg from 'pg'
import { startPostgresOwner } from '../testing/index.js'
import { PostgresFault } from './postgres-fault.js'
import type { Postgres } from './postgres.js'
import { resetPostgres, startPostgres, type PostgresOptions } from './start-postgres.js'

const isRoot = process.getuid?.() === 0

// What is killed here are processes, not the machine: the system's memory keeps what was written.
const unsynced = { fsync: 'off' }

let folder: string
let dataFolder: string
let template: string
const started: Postgres[] = []

// Making the data takes seconds; each spec gets a copy.
beforeAll(async () => {
  template = testFolder()
  await (await startPostgres({ dataFolder: join(template, 'postgres'), settings: unsynced })).stop()
})
beforeEach(() => {
  folder = testFolder()
  dataFolder = join(folder, 'postgres')
  spawnSync('cp', ['-a', join(template, 'postgres'), dataFolder])
})
afterEach(async () => {
  await Promise.all([...started.splice(0).map((postgres) => postgres.stop()), endOwners()])
  await resetPostgres(dataFolder)
})

describe('the embedded server', () => {
  it('keeps its data from one start to the next', async () => {
    const first = await start()
    await write(await first.ensureDatabase('city'), 'a fact')
    await first.stop()
    const second = await start()
    expect(await readAll(second.url('city'))).toEqual(['a fact'])
  })

  it('lets in nobody without the password', async () => {
    const postgres = await start()
    const stranger = new URL(postgres.url('postgres'))
    stranger.password = 'guessed'
    await expect(readAll(stranger.href)).rejects.toThrow('password authentication failed')
    expect(statSync(join(dataFolder, 'password')).mode & 0o077).toBe(0)
  })

  it('belongs to one process at a time', async () => {
    const owner = await startPostgresOwner(dataFolder)
    await expect(start()).rejects.toMatchObject({ kind: 'already-running' })
    await expect(resetPostgres(dataFolder)).rejects.toBeInstanceOf(PostgresFault)
    await write(owner.address, 'still there')
  })

  it('leaves no process and no lock when it has stopped', async () => {
    const postgres = await start()
    const server = serverProcess()
    await postgres.stop()
    expect(isAlive(server)).toBe(false)
    expect(existsSync(join(dataFolder, 'owner'))).toBe(false)
  })

  it('says which port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    await expect(start({ port })).rejects.toMatchObject({ kind: 'port-taken', message: expect.stringContaining(`${port}`) })
    other.close()
  })
})

describe('after kill -9', () => {
  it('of its owner, the next start stops the orphan and has all that was committed', async () => {
    const owner = await startPostgresOwner(dataFolder)
    await write(owner.address, 'committed')
    const orphan = serverProcess()
    await owner.kill()
    expect(isAlive(orphan)).toBe(true)
    const heard: string[] = []
    const postgres = await start({ notice: (line) => heard.push(line) })
    expect(isAlive(orphan)).toBe(false)
    expect(heard).toEqual([expect.stringContaining('still ran')])
    expect(await readAll(postgres.url('postgres'))).toEqual(['committed'])
  })

  it('of owner and server, with their numbers now those of strangers, it starts and spares the strangers', async () => {
    const owner = await startPostgresOwner(dataFolder)
    await write(owner.address, 'committed')
    const server = serverProcess()
    await owner.kill()
    process.kill(server, 'SIGKILL')
    await eventually(() => expect(isAlive(server)).toBe(false))
    writeLockOf(process.ppid)
    const postgres = await start()
    expect(await readAll(postgres.url('postgres'))).toEqual(['committed'])
  })

  it('of the server itself, it comes back at the same address with all that was committed', async () => {
    const heard: string[] = []
    const postgres = await start({ notice: (line) => heard.push(line) })
    const pool = new pg.Pool({ connectionString: postgres.url('postgres') })
    pool.on('error', () => {})
    await write(postgres.url('postgres'), 'committed')
    await pool.query('select 1')
    process.kill(serverProcess(), 'SIGKILL')
    await eventually(() => expect(heard.at(-1)).toBe('PostgreSQL runs again.'), { within: 20_000 })
    expect((await pool.query('select fact from facts')).rows).toEqual([{ fact: 'committed' }])
    await pool.end()
  })

  it('of the server, stopping does not wait for it to come back', async () => {
    const postgres = await start()
    process.kill(serverProcess(), 'SIGKILL')
    await postgres.stop()
    expect(existsSync(join(dataFolder, 'owner'))).toBe(false)
  })
})

describe('a damaged folder', () => {
  const damage = (how: () => void): void => {
    beforeEach(async () => {
      await (await start()).stop()
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
      const postgres = await start()
      expect(await postgres.ensureDatabase('city')).toContain('/city')
    })
  })
})

describe('accounts', () => {
  // Handing a folder over to another account is root's alone: nobody else has this case.
  const asRoot = isRoot ? it : it.skip
  const ordinary = isRoot ? { uid: 65534, gid: 65534 } : {}
  // Root's specs borrow an ordinary user, who must be able to read this project.
  const asUser = spawnSync('test', ['-r', import.meta.filename], ordinary).status === 0 ? it : it.skip

  asRoot('of root: the server runs as somebody else', async () => {
    await start()
    expect(statSync(`/proc/${serverProcess()}`).uid).not.toBe(0)
  })

  asRoot('of root in a folder that nobody else may enter: the data is elsewhere, and the start says where', async () => {
    chmodSync(folder, 0o700)
    const heard: string[] = []
    const postgres = await start({ notice: (line) => heard.push(line) })
    expect(heard).toEqual([expect.stringMatching(/its data is in \/var\/lib\/concord-\w+/)])
    await write(postgres.url('postgres'), 'a fact')
  })

  asUser('of an ordinary user: the server is that user', async () => {
    const owner = await startPostgresOwner(dataFolder, ordinary)
    expect(owner.said).toEqual([expect.stringContaining('ready postgres://')])
  })

  asUser('without permission to write are told so', async () => {
    chmodSync(folder, 0o555)
    const { said } = await startPostgresOwner(join(folder, 'another'), ordinary)
    expect(said).toEqual([expect.stringContaining('not-permitted There is no permission')])
    chmodSync(folder, 0o755)
  })
})

const start = async (options: Pick<PostgresOptions, 'port' | 'notice'> = {}): Promise<Postgres> => {
  const postgres = await startPostgres({ ...options, dataFolder, settings: unsynced })
  started.push(postgres)
  return postgres
}

const isTold = async (kind: string, advice: string): Promise<void> => {
  const fault = start()
  await expect(fault).rejects.toMatchObject({ name: 'PostgresFault', kind })
  await expect(fault).rejects.toThrow(advice)
  expect(existsSync(join(dataFolder, 'owner'))).toBe(false)
}

const serverProcess = (): number => Number(readFileSync(join(dataFolder, 'data/postmaster.pid'), 'utf8').split('\n')[0])

const writeLockOf = (pid: number): void => {
  const file = join(dataFolder, 'data/postmaster.pid')
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(pid)))
  writeFileSync(join(dataFolder, 'owner'), `${pid} another time`)
}

const isAlive = (pid: number): boolean => startOf(pid) !== undefined

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
