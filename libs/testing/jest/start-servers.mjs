import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import './sources.mjs'

const { startPostgres, usePostgres } = await import('@concord/embedded-postgres')

/** One server for the whole run; each spec file makes a database of its own with testDatabase(). */
export default async () => {
  const external = process.env.POSTGRES_URL
  if (external) {
    await usePostgres(external)
    process.env.CONCORD_TEST_POSTGRES = external
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'concord-test-'))
  chmodSync(folder, 0o755)
  const postgres = await startPostgres({ dataFolder: join(folder, 'postgres'), settings: { fsync: 'off' } })
  process.env.CONCORD_TEST_POSTGRES = postgres.url('postgres')
  globalThis.stopTestServers = async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  let stopping = false
  const stopAndExit = async (code) => {
    if (stopping) return
    stopping = true
    await globalThis.stopTestServers()
    process.exit(code)
  }
  process.on('SIGINT', () => void stopAndExit(130))
  process.on('SIGTERM', () => void stopAndExit(143))
  process.on('SIGHUP', () => void stopAndExit(129))
}
