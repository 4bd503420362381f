import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type ContextName, contextName } from '@concord/contracts'
import { eventually } from '@concord/testing'
import { daysAgo, monthsAgo } from './city/calendar.js'
import { civilAffairsOf } from './city/civil-affairs.js'
import { healthcareSecurityOf } from './city/healthcare-security.js'
import { purposes, registryOf } from './city/registry.js'
import { type Resident, someoneAged } from './city/resident.js'
import { type Ground, newGround, openCityOn, type RunningCity } from './city/start-city.js'
import { fold } from './city/subscriber.js'

describe('a city that is closed in the middle of its work and opened again (中断后重启)', () => {
  it('has everything that it acknowledged, and its registry goes on where it was', async () => {
    const before = await openCityOn(ground)
    const residents = await Promise.all(Array.from({ length: 12 }, (_, nth) => someoneAged(65 + nth, before)))
    const work = Promise.allSettled(residents.map((resident) => gradesAndAssesses(before, resident)))
    await eventually(() => expect(residents.some(({ recorded }) => recorded['civil-affairs'])).toBe(true))
    await before.close()
    expect((await work).some(({ status }) => status === 'rejected')).toBe(true)

    const after = await openCityOn(ground)
    for (const resident of residents)
      for (const context of contextName.options) expect(await isThere(after, context, resident.recorded[context])).toBe(true)
    for (const agency of contextName.options) await theFeedTellsWhatIsDecided(after, agency, residents)

    const newcomer = await someoneAged(70, after)
    await gradesAndAssesses(after, newcomer)
    expect(await registryOf(after).decides(newcomer, 'elder-nursing-subsidy')).toMatchObject({ outcome: 'recognised' })
    await after.close()
  }, 120_000)

  it('closes within seconds, though a subscriber waits and a caller says nothing', async () => {
    const city = await openCityOn(ground)
    const silent = connect(Number(new URL(city.url).port), '127.0.0.1')
    await once(silent, 'connect')
    const waiting = Promise.allSettled([city.get('disabled-persons-federation', '/registry/v1/events?after=100000&wait=60s')])
    await city.get('health', '/registry/v1/events')
    const begun = performance.now()
    await city.close()
    await waiting
    expect(performance.now() - begun).toBeLessThan(10_000)
  }, 60_000)

  let ground: Ground
  beforeAll(async () => {
    ground = await newGround()
  })
  afterAll(() => ground.clear())
})

const gradesAndAssesses = async (city: RunningCity, resident: Resident): Promise<void> => {
  const [healthcareSecurity, civilAffairs] = [healthcareSecurityOf(city), civilAffairsOf(city)]
  await healthcareSecurity.enrols(resident, monthsAgo(40))
  await civilAffairs.opensFile(resident, monthsAgo(20))
  await healthcareSecurity.gradesSevere(resident, monthsAgo(6))
  await civilAffairs.assesses(resident, daysAgo(3))
}

/** Whether the event at an acknowledged position was kept. */
const isThere = async ({ city }: RunningCity, context: ContextName, position: string | undefined): Promise<boolean> => {
  if (position === undefined) return true
  const events = `${context.replaceAll('-', '_')}.events`
  const { rowCount } = await city.database.pool.query(`SELECT 1 FROM ${events} WHERE position = $1`, [position])
  return rowCount === 1
}

const theFeedTellsWhatIsDecided = async (city: RunningCity, agency: ContextName, residents: readonly Resident[]): Promise<void> => {
  const registry = registryOf(city)
  const own = purposes.filter(({ owner }) => owner === agency)
  const questions = residents.flatMap((resident) => own.map(({ code }) => ({ resident, code })))
  const decided = await Promise.all(questions.map(({ resident, code }) => registry.decides(resident, code)))
  const told = await registry.feed(agency)
  expect(told.map(({ number }) => number)).toEqual(told.map((_, place) => place + 1))
  const known = fold(told)
  for (const [place, { resident, code }] of questions.entries()) {
    const decision = known.get(`${resident.person} ${code}`)
    expect(decision?.outcome ?? 'unknown').toBe(decided[place]?.outcome)
    if (decision) expect(decision).toEqual(decided[place])
  }
}
