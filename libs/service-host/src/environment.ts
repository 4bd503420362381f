import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { HostFault } from './host-fault.js'
import { readNamed } from './named-file.js'

/** Words of which several services' settings are made. */
export const setting = {
  port: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** The address to listen on: this machine alone, or 0.0.0.0 in a container. */
  host: z.string().min(1).default('127.0.0.1'),
  url: z.url(),
  /** Several hosts with a port each are no URL to anybody but KurrentDB's client, which looks at the rest. */
  kurrentDb: z.string().regex(/^(kurrentdb|kurrent|kdb|esdb)(\+discover)?:\/\//, 'no address of KurrentDB'),
  file: z.string().min(1),
}

/** What every service is told by its environment. */
export const hostSettings = z.object({
  HOST: setting.host,
  PORT: setting.port,
  /** Exactly as the tokens say it. */
  OIDC_ISSUER: setting.url,
  OIDC_AUDIENCE: z.string().min(1).default('urn:concord'),
  /** Where the issuer's keys are; below the issuer when not said. */
  OIDC_JWKS_URL: setting.url.optional(),
  /** The key of person ids. */
  PERSON_KEY_FILE: setting.file,
})
export type HostSettings = z.infer<typeof hostSettings>

/**
 * What the environment says. An address that holds a password may stand in a file instead: POSTGRES_URL_FILE names the file that
 * POSTGRES_URL would have said.
 * @throws HostFault that names each variable that is missing or wrong, never its value
 */
export const settingsFrom = <Settings>(schema: z.ZodType<Settings>, env: NodeJS.ProcessEnv): Settings => {
  // An empty variable is one that was not set.
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const said: NodeJS.ProcessEnv = { ...set, ...inFiles(set) }
  const read = schema.safeParse(said)
  if (read.success) return read.data
  const missing = read.error.issues.map(({ path: [name = ''], message }) => ({ name: String(name), message }))
  const told = missing.map(({ name, message }) => `${name} (${said[name] === undefined ? 'not set' : message})`)
  const remedy = `Set them${filesInstead(missing.map(({ name }) => name))}.`
  throw new HostFault(`These settings are missing or wrong in the environment: ${told.join(', ')}. ${remedy}`)
}

/** Variables that may hold a password, which whoever may look at a process's environment would see. */
export const mayBeInFiles = ['POSTGRES_URL', 'AUDIT_POSTGRES_URL', 'KURRENTDB_URL'] as const

const filesInstead = (names: readonly string[]): string => {
  const files = mayBeInFiles.filter((name) => names.includes(name)).map((name) => `${name}_FILE`)
  return files.length === 0 ? '' : `; an address may also stand in a file that ${files.join(' or ')} names`
}

const inFiles = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    mayBeInFiles.flatMap((name) => {
      const file = env[`${name}_FILE`]
      if (file === undefined) return []
      if (env[name] !== undefined) throw new HostFault(`${name} and ${name}_FILE are both set; set one of them.`)
      return [[name, readNamed(file, `${name}_FILE`, textIn)]]
    }),
  )

const textIn = (path: string): string => readFileSync(path, 'utf8').trim()
