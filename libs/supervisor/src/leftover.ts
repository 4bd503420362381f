import { setTimeout as sleep } from 'node:timers/promises'
import type { ServerProgram } from './server.js'

/**
 * Ends a server that a killed owner left behind.
 * @param isIt whether the process still is that server: a number may be a stranger's by the next moment
 */
export const endLeftover = async (pid: number, isIt: () => boolean, { gently, firmly }: ServerProgram['endedBy']): Promise<void> => {
  const patience = Date.now() + 20_000
  if (isIt()) process.kill(pid, gently)
  while (isIt()) {
    if (Date.now() > patience) process.kill(pid, firmly)
    await sleep(10)
  }
}
