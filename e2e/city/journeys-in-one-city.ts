import { afterAll, beforeAll } from '@jest/globals'
import type { Telemetry } from '@concord/telemetry'
import { auditorOf } from './auditor.js'
import { civilAffairsOf } from './civil-affairs.js'
import { disabledPersonsFederationOf } from './disabled-persons-federation.js'
import { healthOf } from './health.js'
import { healthcareSecurityOf } from './healthcare-security.js'
import { registryOf } from './registry.js'
import { someoneAged } from './resident.js'
import { type Asks, type RunningCity, startCity } from './start-city.js'

/**
 * The agencies, the registry and the auditor of a city that opens before a file's first journey and closes after its last.
 * @param watched how the city is watched; by nobody, when not said
 */
export const journeysInOneCity = (watched?: () => Promise<Telemetry>) => {
  let running: RunningCity | undefined
  beforeAll(async () => {
    running = await startCity(await watched?.())
  }, 120_000)
  afterAll(() => running?.close())

  const city = (): RunningCity => {
    if (!running) throw new Error('the city opens before the first journey')
    return running
  }
  const asks: Asks = { post: (...asked) => city().post(...asked), get: (...asked) => city().get(...asked) }
  return {
    city,
    someoneAged: (age: number) => someoneAged(age, asks),
    healthcareSecurity: healthcareSecurityOf(asks),
    civilAffairs: civilAffairsOf(asks),
    federation: disabledPersonsFederationOf(asks),
    health: healthOf(asks),
    registry: registryOf(asks),
    auditor: auditorOf(asks),
  }
}
