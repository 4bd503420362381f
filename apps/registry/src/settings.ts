import { z } from 'zod'
import { hostSettings, setting } from '@concord/service-host'

/** What the registry stands on. */
export const registryStores = z.object({
  /** The registry's own. */
  POSTGRES_URL: setting.url,
  /** The trail's: what is disclosed is recorded there before it leaves. */
  AUDIT_POSTGRES_URL: setting.url,
  /** Where each agency publishes the keys that sign its events, with {context} in place of its name. */
  SIGNING_KEYS_URL: z
    .string()
    .includes('{context}')
    .refine((template) => URL.canParse(template), 'Invalid URL'),
})

/** What the registry's process is told by its environment. */
export const registrySettings = hostSettings.extend(registryStores.shape)
