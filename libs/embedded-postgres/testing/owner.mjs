// A process that owns a server, to be killed by the specs: starts one in the folder it is given, tells its address, and waits.
import '../../testing/jest/sources.mjs'

const say = (line) => process.stdout.write(`${line}\n`)
const { startPostgres } = await import('@concord/embedded-postgres')

try {
  const postgres = await startPostgres({ dataFolder: process.argv[2], notice: (line) => say(`notice ${line}`) })
  say(`url ${postgres.url('postgres')}`)
  process.on('SIGTERM', () => void postgres.stop().then(() => process.exit(0)))
} catch (fault) {
  say(`${fault.name} ${fault.kind} ${fault.message}`)
  process.exit(1)
}
