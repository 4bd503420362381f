import { join } from 'node:path'
import type { Account } from '@concord/supervisor'
import { type Owner, startOwner } from '@concord/supervisor/testing'

/** Another process that starts a server in the folder, to be killed. */
export const startPostgresOwner = (dataFolder: string, account?: Account): Promise<Owner> =>
  startOwner(join(import.meta.dirname, 'owner.mjs'), dataFolder, account)
