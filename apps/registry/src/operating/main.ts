import { type AtTheEnd, faultTold, settingsFrom } from '@concord/service-host'
import { quietTelemetry } from '@concord/telemetry'
import { openRegistry } from '../open-registry.js'
import { OrderFault } from '../order-fault.js'
import { registryStores } from '../settings.js'
import { carryOut } from './carry-out.js'

/** Operators' commands beside a registry's process, told by the same environment. */
await carryOut({
  typed: 'operate',
  whyNot: (error) => (error instanceof OrderFault ? error.message : faultTold(error)),
  open: async () => {
    const settings = settingsFrom(registryStores, process.env)
    const opened: Parameters<AtTheEnd>[0][] = []
    const close = async (): Promise<void> => {
      for (const one of opened.toReversed()) await one.close()
    }
    try {
      const { tables, ...registry } = await openRegistry(settings, quietTelemetry(), (open) => opened.push(open))
      return { ...registry, database: tables.database, url: settings.POSTGRES_URL, close }
    } catch (error) {
      await close()
      throw error
    }
  },
})
