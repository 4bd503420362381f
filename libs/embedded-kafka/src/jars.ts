import { execFile } from 'node:child_process'
import { accessSync, constants, copyFileSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { startOf } from '@concord/supervisor'
import { BrokerFault } from './broker-fault.js'
import { toInstall } from './java.js'
import { mavenFault } from './maven-faults.js'

/** Kafka's programs: where they are kept, and the file that says which they are. */
export interface Jars {
  readonly folder: string
  readonly pom: string
}

interface Asking {
  readonly notice: (line: string) => void
  readonly signal: AbortSignal
}

/** Why Kafka cannot be fetched; undefined when it is there, or can be. */
export const mavenMissing = (jars: Jars): BrokerFault | undefined => {
  if (areThere(jars) || isOnPath('mvn')) return undefined
  return new BrokerFault('no-maven', `Kafka is fetched with Maven, and there is none: ${toInstall}.`)
}

/**
 * Fetches Kafka once. The folder gets its name only when it is complete: a fetch that was killed leaves no half of one.
 * @throws BrokerFault
 */
export const fetchJars = async (jars: Jars, { notice, signal }: Asking): Promise<void> => {
  if (areThere(jars)) return
  notice('fetching Kafka with Maven (44 MB, once) …')
  const unfinished = `${jars.folder}.unfinished-${process.pid}`
  mkdirSync(dirname(jars.folder), { recursive: true })
  removeLeftovers(jars)
  try {
    await runMaven(jars.pom, unfinished, signal)
    copyFileSync(jars.pom, join(unfinished, 'pom.xml'))
    putInPlace(jars, unfinished)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

/** They carry the file they were fetched by: another one asks for others. */
const areThere = ({ folder, pom }: Jars): boolean => {
  const kept = join(folder, 'pom.xml')
  return existsSync(kept) && readFileSync(kept, 'utf8') === readFileSync(pom, 'utf8')
}

const putInPlace = (jars: Jars, fetched: string): void => {
  // Another process may have been quicker.
  if (areThere(jars)) return
  const replaced = `${jars.folder}.replaced-${process.pid}`
  if (existsSync(jars.folder)) renameSync(jars.folder, replaced)
  renameSync(fetched, jars.folder)
  rmSync(replaced, { recursive: true, force: true })
}

const removeLeftovers = ({ folder }: Jars): void => {
  for (const left of globSync(`${folder}.{unfinished,replaced}-*`)) {
    if (startOf(Number(left.split('-').at(-1))) === undefined) rmSync(left, { recursive: true, force: true })
  }
}

const runMaven = async (pom: string, folder: string, signal: AbortSignal): Promise<void> => {
  const options = ['--batch-mode', '--quiet', '--strict-checksums', `--file=${pom}`, `-DoutputDirectory=${folder}`]
  // Maven runs on the Java of the environment, and file names may be anything.
  const fetching = promisify(execFile)('mvn', [...options, 'package'], { signal, env: { ...process.env, LC_ALL: 'C.UTF-8' } })
  const endAlong = (): void => void fetching.child.kill()
  process.once('exit', endAlong)
  try {
    await fetching
  } catch (error) {
    signal.throwIfAborted()
    throw mavenFault(lastWordsOf(error))
  } finally {
    process.off('exit', endAlong)
  }
}

/** Maven complains on its standard output. */
const lastWordsOf = (error: unknown): string => {
  const { stdout = '', stderr = '', message } = error as Error & { readonly stdout?: string; readonly stderr?: string }
  return `${stdout}${stderr}` || message
}

const isOnPath = (program: string): boolean =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
