import { userInfo } from 'node:os'
import { createInterface } from 'node:readline/promises'
import { systemClock } from '@concord/service-kit'
import { logIn } from '../city/city-log.js'
import { openCity } from '../city/open-city.js'
import { joinCityDatabase } from '../city-database.js'
import { dataFolder } from '../data-folder.js'
import { whyNotStarted } from '../why-not-started.js'
import type { Order } from './operating.js'
import { orderFrom } from './order.js'

const stop = new AbortController()
const patienceMilliseconds = 2_000

/** What is under way ends between two steps, or is undone by the server; nothing is left half done. */
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => {
    stop.abort()
    setTimeout(() => process.exit(130), patienceMilliseconds).unref()
  })

const agrees = async (question: string): Promise<boolean> => {
  if (!process.stdin.isTTY) return false
  const asked = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return /^y(es)?$/i.test((await asked.question(`${question} [y/N] `, { signal: stop.signal })).trim())
  } finally {
    asked.close()
  }
}

const account = (): string => {
  try {
    return userInfo().username
  } catch {
    // An account that the system has no name for.
    return `account ${process.getuid?.() ?? 'without a name'}`
  }
}

/** @returns the exit code */
const carryOut = async (order: Order): Promise<number> => {
  const database = await joinCityDatabase(dataFolder, (line) => console.error(line))
  const city = await openCity(database.url, systemClock, { openLog: logIn(dataFolder) })
  try {
    const say = (line: string): void => console.log(line)
    return await order({ city, url: database.url, clock: systemClock, say, agrees, signal: stop.signal })
  } finally {
    await city.close()
    await database.close()
  }
}

try {
  process.exitCode = await carryOut(orderFrom(process.argv.slice(2), account()))
} catch (error) {
  console.error(whyNotStarted(error))
  process.exitCode = 1
}
