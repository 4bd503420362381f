import { once } from 'node:events'
import { chmodSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import './sources.mjs'

const { resetKafka, startKafka } = await import('@concord/embedded-kafka')
const { resetPostgres, startPostgres, usePostgres } = await import('@concord/embedded-postgres')

const run = { folder: undefined, postgres: undefined, kafka: undefined, stopping: new AbortController(), stopped: undefined }

/** One folder and one of each server for the whole run; specs get at them by testFolder(), testDatabase() and testKafka(). */
export const start = async () => {
  await sweepKilledRuns()
  run.folder = mkdtempSync(join(tmpdir(), `concord-test-${process.pid}-`))
  chmodSync(run.folder, 0o755)
  // Jest ends at a signal without its teardown. Ctrl-C comes twice, from the terminal and from npm.
  for (const [signal, exitCode] of Object.entries({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }))
    process.on(signal, () => void stop().finally(() => process.exit(exitCode)))
  process.env.CONCORD_TEST_FOLDER = run.folder
  process.env.CONCORD_TEST_POSTGRES = process.env.POSTGRES_URL ?? (await startPostgresIn(run.folder))
  await usePostgres(process.env.CONCORD_TEST_POSTGRES)
  process.env.CONCORD_TEST_KAFKA = await offerKafka(run.folder)
}

export const stop = () => (run.stopped ??= stopAll())

const startPostgresIn = async (folder) => {
  run.postgres = await startPostgres({
    dataFolder: join(folder, 'postgres'),
    // What a test run recorded needs to survive nothing.
    settings: { fsync: 'off' },
    notice: (line) => process.stderr.write(`${line}\n`),
  })
  return run.postgres.url('postgres')
}

/** Kafka costs seconds and memory, and most runs need none: the first spec that asks at this door has it started. */
const offerKafka = async (folder) => {
  const door = createServer(async (asking) => {
    asking.on('error', () => {}).resume()
    run.kafka ??= startKafkaIn(folder)
    const answer = await run.kafka.then(({ brokers }) => ({ brokers })).catch(({ message }) => ({ fault: message }))
    asking.end(JSON.stringify(answer))
  })
  await once(door.listen(join(folder, 'kafka.door')).unref(), 'listening')
  return door.address()
}

const startKafkaIn = (folder) =>
  startKafka({
    dataFolder: join(folder, 'kafka'),
    notice: (line) => process.stderr.write(`${line}\n`),
    signal: run.stopping.signal,
  })

const stopAll = async () => {
  run.stopping.abort()
  const kafka = await run.kafka?.catch(() => undefined)
  await Promise.all([kafka?.stop(), run.postgres?.stop()])
  await clear(run.folder)
}

const sweepKilledRuns = async () => {
  for (const folder of globSync(join(tmpdir(), 'concord-test-*-*'))) {
    if (hasEnded(Number(folder.split('-').at(-2)))) await clear(folder)
  }
}

/** Ends the servers of specs that were killed, and deletes what there is. */
const clear = async (folder) => {
  for (const owner of globSync(join(folder, '{,*/}postgres/owner'))) await resetPostgres(dirname(owner)).catch(() => {})
  for (const owner of globSync(join(folder, '{,*/,*/*/}kafka/owner'))) await resetKafka(dirname(owner)).catch(() => {})
  rmSync(folder, { recursive: true, force: true })
}

const hasEnded = (pid) => {
  try {
    return !process.kill(pid, 0)
  } catch (error) {
    return error.code === 'ESRCH'
  }
}
