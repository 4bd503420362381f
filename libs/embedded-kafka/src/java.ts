import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { BrokerFault } from './broker-fault.js'

export const toInstall = 'install openjdk-17-jre-headless and maven, or set KAFKA_BROKERS to a broker you have'

export const javaProgram = (): string => (process.env['JAVA_HOME'] ? join(process.env['JAVA_HOME'], 'bin/java') : 'java')

/** Why Kafka cannot run on the Java of this machine; undefined when it can. */
export const javaMissing = (): BrokerFault | undefined => {
  const { error, stderr } = spawnSync(javaProgram(), ['-version'], { encoding: 'utf8' })
  if (error) return new BrokerFault('no-java', `Kafka needs Java 17 or newer, and there is no ${javaProgram()}: ${toInstall}.`)
  const version = versionIn(stderr)
  if (version >= 17) return undefined
  return new BrokerFault('old-java', `Kafka needs Java 17 or newer, and ${javaProgram()} is ${version || 'none that runs'}: ${toInstall}.`)
}

/** Up to 8, Java counted 1.8; later ones say 17.0.15. 0 when it says nothing of the kind. */
export const versionIn = (said: string): number => Number(/version "(?:1\.)?(\d+)/.exec(said)?.[1] ?? 0)
