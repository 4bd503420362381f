import { connect } from 'node:net'
import { describe, expect, it } from '@jest/globals'
import { journeysInOneCity } from './city/journeys-in-one-city.js'

const { city } = journeysInOneCity()

describe('a city that closes', () => {
  it('x', async () => {
    const silent = connect(Number(new URL(city().url).port), '127.0.0.1')
    await city().get('health', '/registry/v1/events')
    const waiting = city().get('health', '/registry/v1/events?wait=60s')
    await new Promise((r) => setTimeout(r, 500))
    const t = performance.now()
    await city().close()
    console.log(performance.now() - t, await waiting)
    silent.destroy()
    expect(1).toBe(1)
  })
})
