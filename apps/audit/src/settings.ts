import { hostSettings, setting } from '@concord/service-host'

/** What the audit's process is told by its environment. */
export const auditSettings = hostSettings.extend({
  /** The trail's own. */
  POSTGRES_URL: setting.url,
})
