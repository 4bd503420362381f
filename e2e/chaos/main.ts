import { setTimeout as rest } from 'node:timers/promises'
import { Command } from 'commander'
import { wholeNumber } from '@concord/service-kit'
import { chanceOf } from './chance.js'
import { type ChaosCity, startChaosCity } from './chaos-city.js'
import { check, publishedPositions } from './checks.js'
import { watchFeed } from './feed-watch.js'
import { putUnderLoad } from './load.js'
import { orderIsKept, watchLog } from './log-check.js'
import { patiently } from './patiently.js'
import { type Fault, planOf } from './plan.js'

const seedNumber = wholeNumber(0, 999_999_999)

const { seeds, first, seed } = new Command('npm run test:chaos --')
  .description('Kills and cuts at random, under load, and checks that nothing is lost, doubled or out of order. 混沌测试。')
  .option('--seeds <number>', 'how many runs', wholeNumber(1, 1_000_000), 200)
  .option('--first <number>', 'the first run’s seed', seedNumber, 1)
  .option('--seed <number>', 'only this one: repeats a run that failed', seedNumber)
  .showHelpAfterError()
  .parse()
  .opts<{ seeds: number; first: number; seed?: number }>()

const say = (line: string): void => console.log(line)

/** One run: agencies work while things fail; then everything must be as if nothing had. */
const run = async (city: ChaosCity, nth: number): Promise<void> => {
  const plan = planOf(chanceOf(nth))
  const watch = await watchLog(city)
  const feed = await patiently(() => watchFeed(city))
  try {
    const [load] = await Promise.all([putUnderLoad(city), strikeAll(city, plan)])
    await patiently(() => check(city, load))
    await patiently(() => feed.stillStands())
    const published = await patiently(() => publishedPositions(city, load.persons))
    orderIsKept(await watch.sinceThen(), load.persons, published)
  } finally {
    await feed.close()
    await watch.close()
  }
}

const strikeAll = async (city: ChaosCity, plan: readonly Fault[]): Promise<void> => {
  const begun = performance.now()
  const strikes: Promise<void>[] = []
  for (const { afterMilliseconds, strike } of plan) {
    await rest(Math.max(0, begun + afterMilliseconds - performance.now()))
    strikes.push(strike(city))
  }
  await Promise.all(strikes)
}

const told = (nth: number): string =>
  planOf(chanceOf(nth))
    .map(({ afterMilliseconds, name }) => `${name} after ${afterMilliseconds} ms`)
    .join(', ')

let city: ChaosCity | undefined
const stop = (): void => void (city?.close() ?? Promise.resolve()).finally(() => process.exit(130))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)

const [from, until] = seed === undefined ? [first, first + seeds] : [seed, seed + 1]
let failed = 0
try {
  city = await startChaosCity()
  for (let nth = from; nth < until; nth += 1) {
    const begun = performance.now()
    try {
      await run(city, nth)
      say(`seed ${nth}: held, ${Math.round(performance.now() - begun)} ms (${told(nth)})`)
    } catch (error) {
      failed += 1
      say(`seed ${nth}: FAILED (${told(nth)})`)
      console.error(error)
      say(`repeat it: npm run test:chaos -- --seed ${nth}`)
    }
  }
} finally {
  await city?.close()
}
say(`${until - from - failed} of ${until - from} seeds held`)
process.exit(failed === 0 ? 0 : 1)
