import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, globSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { faultIn } from './faults-in-log.js'
import type { Launch } from './launch.js'
import { settingsFor, writeProperties } from './properties.js'

/**
 * Makes the data folder the first time. It gets its name only when it is complete: a start that was killed leaves no half of one.
 * @throws BrokerFault
 */
export const makeCluster = async ({ home, java, ports, settings }: Launch, signal: AbortSignal): Promise<void> => {
  if (existsSync(home.data)) return
  for (const left of globSync(join(home.folder, 'unfinished-*'))) rmSync(left, { recursive: true, force: true, maxRetries: 3 })
  const folder = join(home.folder, `unfinished-${process.pid}`)
  writeProperties(home.properties, settingsFor(folder, ports, settings))
  const format = ['kafka.tools.StorageTool', 'format', '--cluster-id', newClusterId(), '--config', home.properties]
  try {
    await promisify(execFile)(java.program, [...java.options, ...format], { cwd: home.folder, env: java.env, signal })
    renameSync(folder, home.data)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    signal.throwIfAborted()
    throw faultIn(lastWordsOf(error), home)
  }
}

/** What the data says of the cluster it belongs to: tells our broker from a stranger's on the same port. */
export const clusterIdOf = ({ home }: Launch): string | undefined => {
  try {
    return /^cluster\.id=(.*)$/m.exec(readFileSync(join(home.data, 'meta.properties'), 'utf8'))?.[1]
  } catch {
    return undefined
  }
}

/** 16 bytes in URL-safe Base64, as Kafka makes them; one that began with a dash would be taken for an option. */
const newClusterId = (): string => {
  const id = randomBytes(16).toString('base64url')
  return id.startsWith('-') ? newClusterId() : id
}

const lastWordsOf = (error: unknown): string => {
  const { stdout = '', stderr = '', message } = error as Error & { readonly stdout?: string; readonly stderr?: string }
  return `${stdout}${stderr}` || message
}
