import { Logger } from '@nestjs/common'
import { beforeEach, describe, expect, it, jest } from '@jest/globals'
import { type Gauge, Registry } from 'prom-client'
import { type Metrics, metricsIn } from './metrics.js'
import { type Readings, readingsFor, type Value } from './readings.js'

const patience = 20

describe('readings', () => {
  it('set gauges to what is true when somebody looks', async () => {
    let lag = 3
    readings.add({ name: 'relay health', look: async () => [value(metrics.relayLagEvents, { context: 'health' }, lag)] })
    readings.add({ name: 'relay civil-affairs', look: async () => [value(metrics.relayLagEvents, { context: 'civil-affairs' }, 8)] })
    await readings.refresh()
    lag = 5
    await readings.refresh()
    expect(await shown('concord_relay_lag_events')).toEqual(['{context="civil-affairs"} 8', '{context="health"} 5'])
  })

  it('show no value before somebody looked', async () => {
    expect(await shown('concord_oldest_transaction_age_seconds')).toEqual([])
    expect(await shown('concord_relay_lag_events')).toEqual([])
  })

  it('that fail leave their gauge without a value, are counted by name, and disturb no other', async () => {
    let away = false
    readings.add({
      name: 'open transactions',
      look: () => (away ? Promise.reject(new Error('away')) : Promise.resolve([value(metrics.oldestTransaction, {}, 7)])),
    })
    readings.add({ name: 'relay health', look: async () => [value(metrics.relayLagEvents, { context: 'health' }, 3)] })
    await readings.refresh()
    expect(await shown('concord_oldest_transaction_age_seconds')).toEqual([' 7'])
    away = true
    await readings.refresh()
    await readings.refresh()
    expect(await shown('concord_oldest_transaction_age_seconds')).toEqual([])
    expect(await shown('concord_relay_lag_events')).toEqual(['{context="health"} 3'])
    expect(await shown('concord_scrape_errors_total')).toEqual(['{reading="open transactions"} 2'])
    expect(said).toHaveBeenCalledTimes(1)
    expect(said).toHaveBeenCalledWith('open transactions: left out until it can be looked up again: away')
    away = false
    await readings.refresh()
    expect(await shown('concord_oldest_transaction_age_seconds')).toEqual([' 7'])
  })

  it('that hang are given up, and not asked again while they hang', async () => {
    let asked = 0
    const answered = Promise.withResolvers<readonly Value[]>()
    readings.add({
      name: 'open transactions',
      look: () => {
        asked += 1
        return answered.promise
      },
    })
    await readings.refresh()
    await readings.refresh()
    expect(asked).toBe(1)
    expect(await shown('concord_scrape_errors_total')).toEqual(['{reading="open transactions"} 2'])
    answered.resolve([value(metrics.oldestTransaction, {}, 1)])
    await readings.refresh()
    await readings.refresh()
    expect(asked).toBe(2)
    expect(await shown('concord_oldest_transaction_age_seconds')).toEqual([' 1'])
  })

  it('take values away that are gone', async () => {
    let topics = ['health', 'civil-affairs']
    readings.add({ name: 'relays', look: async () => topics.map((context) => value(metrics.relayLagEvents, { context }, 1)) })
    await readings.refresh()
    topics = ['health']
    await readings.refresh()
    expect(await shown('concord_relay_lag_events')).toEqual(['{context="health"} 1'])
  })

  const said = jest.spyOn(Logger.prototype, 'warn').mockImplementation(() => {})
  let registry: Registry
  let metrics: Metrics
  let readings: Readings
  beforeEach(() => {
    said.mockClear()
    registry = new Registry()
    metrics = metricsIn(registry)
    readings = readingsFor(metrics.scrapeErrors, patience)
  })

  /** The lines of one metric, without its name. */
  const shown = async (name: string): Promise<string[]> =>
    (await registry.metrics())
      .split('\n')
      .filter((line) => line.startsWith(name))
      .map((line) => line.slice(name.length))
      .toSorted()
})

const value = (gauge: Gauge, labels: Value['labels'], number: number): Value => ({ gauge, labels, value: number })
