import { chmodSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import './sources.mjs'

const { resetPostgres, startPostgres, usePostgres } = await import('@concord/embedded-postgres')

let stopping

/** One server for the whole run; each spec file makes a database of its own on it, with testDatabase(). */
export const start = async () => {
  process.env.CONCORD_TEST_POSTGRES = process.env.POSTGRES_URL ?? (await startOurs())
  await usePostgres(process.env.CONCORD_TEST_POSTGRES)
}

export const stop = () => stopping?.()

const startOurs = async () => {
  await sweep()
  const folder = mkdtempSync(join(tmpdir(), 'concord-test-'))
  chmodSync(folder, 0o755)
  // A test run's data needs to survive nothing.
  const postgres = await startPostgres({
    dataFolder: join(folder, 'postgres'),
    settings: { fsync: 'off' },
    notice: (line) => process.stderr.write(`${line}\n`),
  })
  let stopped
  stopping = () => (stopped ??= postgres.stop().then(() => rmSync(folder, { recursive: true, force: true })))
  // Jest ends at a signal without its teardown. Ctrl-C comes from the terminal and from npm: twice.
  for (const [signal, exitCode] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }))
    process.on(signal, () => void stop().finally(() => process.exit(exitCode)))
  return postgres.url('postgres')
}

/** Servers that killed test runs left behind. One in use has a living owner and refuses. */
const sweep = async () => {
  for (const owner of globSync(join(tmpdir(), 'concord-test-*/postgres/owner'))) {
    try {
      await resetPostgres(dirname(owner))
      rmSync(join(owner, '../..'), { recursive: true, force: true })
    } catch {
      // Its owner lives, or another user made it.
    }
  }
}
