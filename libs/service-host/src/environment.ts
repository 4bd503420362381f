import { z } from 'zod'

/** Why a service does not start, as one sentence for whoever set it up: what is wrong and what to do. */
export class HostFault extends Error {
  override readonly name = 'HostFault'
}

/** Words of which several services' settings are made. */
export const setting = {
  port: z.coerce.number().int().min(0).max(65_535).default(3000),
  /** The address to listen on: this machine alone, or 0.0.0.0 in a container. */
  host: z.string().min(1).default('127.0.0.1'),
  url: z.url(),
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

/** @throws HostFault that names each variable that is missing or wrong, never its value */
export const settingsFrom = <Settings>(schema: z.ZodType<Settings>, env: NodeJS.ProcessEnv): Settings => {
  // An empty variable is one that was not set.
  const read = schema.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')))
  if (read.success) return read.data
  const told = read.error.issues.map(({ path, message }) => `${path.join('.')} (${message})`)
  throw new HostFault(`The environment does not say what this service needs: ${told.join(', ')}.`)
}
