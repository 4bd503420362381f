import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { delimiter } from 'node:path'
import { inRoot, root } from './places.mjs'
import { Trouble } from './trouble.mjs'

/** Hands over to a program on Node 24: its input, output, signals and exit code are ours. */
export const run = async (args) => {
  const program = spawn(projectNode(), args, { cwd: root, stdio: 'inherit', env: environment() })
  const { signal } = await endOf(program).catch((error) => {
    throw new Trouble(`The project's Node does not run on this machine (${error.message}); use Node 24 or newer yourself.`)
  })
  endLike(program.exitCode, signal)
}

/** Runs a tool quietly, holding the lock in its name; a signal meant for us ends both. */
export const runTool = async (hold, [command, ...args], env = process.env) => {
  const tool = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  if (tool.pid) hold(tool.pid)
  let said = ''
  for (const stream of [tool.stdout, tool.stderr]) stream.on('data', (text) => (said += text))
  const { passed } = await endOf(tool).catch(({ message }) => ({ passed: void (said += message) }))
  hold(process.pid)
  if (passed) endLike(1, passed)
  return { succeeded: tool.exitCode === 0, said: said.trim() }
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

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/** Ctrl-C reaches a program twice, from the terminal and from here: programs must count that as once. */
const endOf = async (program) => {
  let passed
  const pass = (signal) => program.kill((passed = signal))
  for (const signal of signals) process.on(signal, pass)
  try {
    const [, signal] = await once(program, 'close')
    return { signal, passed }
  } finally {
    for (const signal of signals) process.off(signal, pass)
  }
}

const endLike = (exitCode, signal) => {
  if (signal) process.kill(process.pid, signal)
  process.exit(exitCode ?? 1)
}

const environment = () => ({
  ...process.env,
  PATH: [inRoot('node_modules/.bin'), process.env.PATH].join(delimiter),
  NODE_COMPILE_CACHE: inRoot('.concord/compile-cache'),
  // Where the person stands who typed the command: npm tells it, and file names on the command line are meant from there.
  INIT_CWD: process.env.INIT_CWD ?? process.cwd(),
})
