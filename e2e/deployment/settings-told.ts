import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { contextName } from '@concord/contracts'
import { kafkaSettingsFrom } from '@concord/kafka'
import { contextSettings, mayBeInFiles, setting } from '@concord/service-host'
import { auditSettings } from '../../apps/audit/src/settings.js'
import { registrySettings } from '../../apps/registry/src/settings.js'
import { textAt } from './manifest.js'

export type Environment = Readonly<Record<string, string | undefined>>

export const serviceNames: readonly string[] = [...contextName.options, 'registry', 'audit']

interface Asked {
  readonly settings: z.ZodObject
  readonly kafka: boolean
}

/** What each program asks its environment for, by its main file: the schemas with which it reads it. */
const askedBy: Readonly<Record<string, Asked>> = {
  ...Object.fromEntries(contextName.options.map((name) => [`apps/${name}`, { settings: contextSettings, kafka: true }])),
  'apps/registry': { settings: registrySettings, kafka: true },
  'apps/audit': { settings: auditSettings, kafka: false },
  'apps/platform/src/migrate': { settings: z.object({ POSTGRES_URL: setting.url }), kafka: false },
  'apps/platform/src/topics-apply': { settings: z.object({}), kafka: true },
}

/** What may stand in the files that are not here. */
const inFile: Readonly<Record<(typeof mayBeInFiles)[number], string>> = {
  POSTGRES_URL: 'postgres://somebody@somewhere.example/store',
  AUDIT_POSTGRES_URL: 'postgres://somebody@somewhere.example/audit',
  KURRENTDB_URL: 'kurrentdb://somebody:unknown@one.example:2113,two.example:2113,three.example:2113?tls=true',
}

const kafkaVariables = [...new Set(textAt('libs/kafka/src/kafka-settings.ts').match(/\bKAFKA_[A-Z_]+(?<!_)\b/g))]

/** What a program's environment lacks, says wrongly, or says in vain. @param program such as `dist/apps/health/src/main.js` */
export const environmentComplaints = (program: string, environment: Environment): readonly string[] => {
  const asked = Object.entries(askedBy).find(([folder]) => program.startsWith(`dist/${folder}/`))?.[1]
  if (!asked) return [`nobody knows what ${program} asks for`]
  const { settings, kafka } = asked
  const inFiles = mayBeInFiles.filter((name) => name in settings.shape)
  const known = new Set([...Object.keys(settings.shape), ...inFiles.map((name) => `${name}_FILE`), ...(kafka ? kafkaVariables : [])])
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const read = inFiles.filter((name) => `${name}_FILE` in set).map((name) => [name, inFile[name]])
  const { error } = settings.safeParse({ ...set, ...Object.fromEntries(read) })
  return [
    ...Object.keys(environment)
      // What Node itself and OpenTelemetry's own package read is none of our business.
      .filter((name) => !known.has(name) && name !== 'NODE_EXTRA_CA_CERTS' && !name.startsWith('OTEL_'))
      .map((name) => `${name} is asked for by nobody`),
    ...(error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`),
    ...(kafka ? kafkaComplaints(set) : []),
  ]
}

/** A password that is in no file here stands in one. */
const kafkaComplaints = (environment: Environment): readonly string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'settings-'))
  const password = join(folder, 'password')
  writeFileSync(password, 'secret')
  try {
    kafkaSettingsFrom({ ...environment, ...('KAFKA_SASL_PASSWORD_FILE' in environment && { KAFKA_SASL_PASSWORD_FILE: password }) })
    return []
  } catch (error) {
    return [(error as Error).message]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Files that a program is told of. */
export const filesToldTo = (environment: Environment): readonly string[] =>
  Object.entries(environment).flatMap(([name, value]) => (name.endsWith('_FILE') && value ? [value] : []))

/** A secret that stands in a file of the project: an address with a password, a key, or a value where a file should be named. */
export const secretsTold = (environment: Environment): readonly string[] =>
  Object.entries(environment).flatMap(([name, value = '']) => {
    const isSecret = /:\/\/[^/@]*:[^/@]*@|-----BEGIN|^[0-9a-f]{32,}$/.test(value) || /(PASSWORD|SECRET|TOKEN|KEY)$/.test(name)
    return isSecret ? [`${name} holds a secret`] : []
  })
