// A process that owns a server, to be killed by the specs: starts one in the folder it is given, tells its address, and waits.
import '../../testing/jest/sources.mjs'

const { startPostgres } = await import('@concord/embedded-postgres')

try {
  const postgres = await startPostgres({ dataFolder: process.argv[2], notice: (line) => console.log(`notice ${line}`) })
  console.log(`url ${postgres.url('postgres')}`)
  process.on('SIGTERM', () => void postgres.stop().then(() => process.exit(0)))
} catch (fault) {
  console.log(`${fault.name} ${fault.kind} ${fault.message}`)
  process.exit(1)
}
