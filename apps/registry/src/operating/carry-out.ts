import { userInfo } from 'node:os'
import { createInterface } from 'node:readline/promises'
import { isYes, systemClock } from '@concord/service-kit'
import type { OperatedRegistry } from './operating.js'
import { orderFrom } from './order.js'

const patienceMilliseconds = 2_000

export interface Operations {
  /** How commands are typed here, before their own words: `npm run operate --`. */
  readonly typed: string
  readonly open: () => Promise<OperatedRegistry & { readonly close: () => Promise<void> }>
  /** An error for people. */
  readonly whyNot: (error: unknown) => string
}

/**
 * Does what was typed, and sets the exit code. What is under way when a signal comes ends between two steps, or is undone by the server;
 * nothing is left half done.
 */
export const carryOut = async ({ typed, open, whyNot }: Operations): Promise<void> => {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      stop.abort()
      setTimeout(() => process.exit(130), patienceMilliseconds).unref()
    })
  try {
    const order = orderFrom(process.argv.slice(2), { typed, account: account() })
    const { close, ...registry } = await open()
    try {
      const say = (line: string): void => console.log(line)
      const agrees = (question: string): Promise<boolean> => agreesAtTerminal(question, stop.signal)
      process.exitCode = await order({ registry, typed, clock: systemClock, say, agrees, signal: stop.signal })
    } finally {
      await close()
    }
  } catch (error) {
    console.error(whyNot(error))
    process.exitCode = 1
  }
}

const agreesAtTerminal = async (question: string, signal: AbortSignal): Promise<boolean> => {
  if (!process.stdin.isTTY) return false
  const asked = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return isYes(await asked.question(`${question} [y/N] `, { signal }))
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
