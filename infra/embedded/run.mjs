import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { delimiter } from 'node:path'
import { inRoot, root } from './places.mjs'
import { Trouble } from './trouble.mjs'

/** Hands over to a program on Node 24: its input, output, signals and exit code are ours. */
export const run = async (args) => {
  const program = spawn(projectNode(), args, { cwd: root, stdio: 'inherit', env: environment() })
  // Ctrl-C reaches the program twice, from the terminal and from here; a program must count that as once.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => program.kill(signal))
  const [code, signal] = await once(program, 'exit').catch((error) => {
    throw new Trouble(`The project's Node does not run on this machine (${error.message}); use Node 24 or newer yourself.`)
  })
  if (signal) {
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  }
  process.exitCode = code
}

/** Node 24 comes with the packages where there is one for this platform. */
export const projectNode = () => {
  const ours = inRoot('node_modules/.bin/node')
  if (existsSync(ours)) return ours
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  throw new Trouble(
    `Concord runs on Node 24 and brings none for ${process.platform} ${process.arch}; install Node 24 (this is ${process.versions.node}).`,
  )
}

export const environment = () => ({
  ...process.env,
  PATH: [inRoot('node_modules/.bin'), process.env.PATH].join(delimiter),
  NODE_COMPILE_CACHE: inRoot('.concord/compile-cache'),
  // Where the person stands who typed the command: npm tells it, and file names on the command line are meant from there.
  INIT_CWD: process.env.INIT_CWD ?? process.cwd(),
})
