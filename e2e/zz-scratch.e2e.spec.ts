import { connect } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { it } from '@jest/globals'
import { startCity } from './city/start-city.js'
const timed = async (name: string, city: any) => { const t = performance.now(); await Promise.race([city.close(), sleep(70_000)]); console.log(name, performance.now() - t) }
it('silent connection', async () => {
  const city = await startCity()
  await city.get('health', '/registry/v1/events')
  const s = connect(Number(new URL(city.url).port), '127.0.0.1'); s.on('error', () => {})
  await sleep(300)
  await timed('silent connection', city); s.destroy()
}, 100000)
it('long poll', async () => {
  const city = await startCity()
  await city.get('health', '/registry/v1/events')
  const p = city.get('health', '/registry/v1/events?wait=15s').catch((e: any) => e)
  await sleep(300)
  await timed('long poll 15s', city); console.log(await p)
}, 100000)
it('aborted', async () => {
  const city = await startCity()
  await city.get('health', '/registry/v1/events')
  for (let i = 0; i < 200; i++) await city.get('health', '/registry/v1/events?wait=1s', { signal: AbortSignal.timeout(3 + (i % 20)) }).catch((e: any) => e)
  await sleep(300)
  await timed('aborted', city)
}, 100000)
