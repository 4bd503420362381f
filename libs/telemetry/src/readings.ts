import { Logger } from '@nestjs/common'
import type { Counter, Gauge } from 'prom-client'

/** One value of a gauge. */
export interface Value {
  readonly gauge: Gauge
  readonly labels: Readonly<Record<string, string | number>>
  readonly value: number
}

/** Values that must be looked up somewhere else, a database or a broker, and are looked up when somebody scrapes. */
export interface Reading {
  /** How it is named when it fails. Few, and known to the code. */
  readonly name: string
  readonly look: () => Promise<readonly Value[]>
}

const patienceMilliseconds = 2_000

/** Sets the gauges to what is true now. A reading that fails or takes too long leaves its gauges without values, and disturbs no other. */
export const readingsFor = (errors: Counter<'reading'>, patience = patienceMilliseconds) => {
  const readings: (() => Promise<void>)[] = []
  return {
    add: (reading: Reading): void => {
      readings.push(refreshing(reading, errors, patience))
    },
    refresh: async (): Promise<void> => {
      await Promise.all(readings.map((refresh) => refresh()))
    },
  }
}
export type Readings = ReturnType<typeof readingsFor>

const logger = new Logger('metrics')

const refreshing = ({ name, look }: Reading, errors: Counter<'reading'>, patience: number) => {
  let shown: readonly Value[] = []
  let said = ''
  let underWay: Promise<readonly Value[]> | undefined
  /** What hangs is not asked a second time meanwhile: each look holds a connection. */
  const lookOnce = (): Promise<readonly Value[]> => {
    underWay ??= look().finally(() => (underWay = undefined))
    return underWay
  }
  const show = (values: readonly Value[]): void => {
    for (const { gauge, labels } of shown) gauge.remove(labels)
    for (const { gauge, labels, value } of values) gauge.set(labels, value)
    shown = values
  }
  return async (): Promise<void> => {
    try {
      show(await within(patience, lookOnce()))
      said = ''
    } catch (error) {
      errors.inc({ reading: name })
      show([])
      const message = error instanceof Error ? error.message : String(error)
      // An outage is one line, however often somebody scrapes.
      if (message !== said) logger.warn(`${name}: left out until it can be looked up again: ${(said = message)}`)
    }
  }
}

const within = <Result>(milliseconds: number, work: Promise<Result>): Promise<Result> => {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('it takes too long')), milliseconds)
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
