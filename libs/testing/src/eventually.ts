import { setTimeout as sleep } from 'node:timers/promises'

/**
 * Repeats the assertion until it holds and gives what it returned; fails with its last error.
 * @param within milliseconds, 20,000 when not said: a shared machine stands still at times
 */
export const eventually = async <Result>(assertion: () => Result | Promise<Result>, { within = 20_000 } = {}): Promise<Result> => {
  const end = Date.now() + within
  for (;;) {
    try {
      return await assertion()
    } catch (error) {
      if (Date.now() >= end) throw error
    }
    await sleep(10)
  }
}
