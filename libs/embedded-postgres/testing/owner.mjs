// A process that owns a server, to be killed by specs: starts one in the folder it is given, tells its address, and waits.
import { startPostgres } from '@concord/embedded-postgres'

const say = (line) => process.stdout.write(`${line}\n`)

try {
  const postgres = await startPostgres({ dataFolder: process.argv[2], notice: (line) => say(`notice ${line}`) })
  say(`ready ${postgres.url('postgres')}`)
} catch (fault) {
  say(`${fault.name} ${fault.kind} ${fault.message}`)
}
