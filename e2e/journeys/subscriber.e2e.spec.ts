import { afterAll, describe, expect, it } from '@jest/globals'
import { type ContextName, contextName } from '@concord/contracts'
import { daysAgo, monthsAgo } from '../city/calendar.js'
import { journeysInOneCity } from '../city/journeys-in-one-city.js'
import { purposes } from '../city/registry.js'
import type { Resident } from '../city/resident.js'
import { fold, type Habit, subscriber } from '../city/subscriber.js'

const { city, someoneAged, healthcareSecurity, civilAffairs, federation, health, registry } = journeysInOneCity()

const habits: readonly Habit[] = [
  { limit: 500 },
  { limit: 3 },
  { limit: 20, losesConnectionAfter: () => 5 + Math.floor(Math.random() * 60) },
]

describe('a subscriber that reads the feed from zero (从头订阅变更)', () => {
  it('is told every change once, in one order, while many write at once, and knows what the registry decides', async () => {
    const residents = await Promise.all(Array.from({ length: 16 }, (_, nth) => someoneAged(58 + nth)))
    const heads = new Map<ContextName, number>()
    const hasEnough = (agency: ContextName) => (last: number) => heads.get(agency) === last || gaveUp
    const subscribers = contextName.options.flatMap((agency) =>
      habits.map(async (habit) => ({ agency, told: await subscriber(city(), agency, habit, hasEnough(agency)) })),
    )

    await Promise.all(residents.flatMap(everyAgencyWritesAbout))
    const decided = await everyDecision(residents)
    for (const agency of contextName.options) heads.set(agency, (await registry.feed(agency)).length)

    for (const { agency, told } of await Promise.all(subscribers)) {
      expect(told.map(({ number }) => number)).toEqual(told.map((_, place) => place + 1))
      expect(told).toEqual(await registry.feed(agency))
      const known = fold(told)
      const answers = decided.filter(({ owner, key, outcome }) => owner === agency && (known.has(key) || outcome !== 'unknown'))
      expect(Object.fromEntries(known)).toEqual(Object.fromEntries(answers.map(({ key, decision }) => [key, decision])))
    }
  }, 120_000)

  it('is told again from any number on what it was told before', async () => {
    const told = await registry.feed('civil-affairs')
    const { body } = await city().get('civil-affairs', `/registry/v1/events?after=${told.length - 5}`)
    expect(body).toMatchObject({ events: told.slice(-5), last: told.length })
  })

  it('waits for news no longer than it asked', async () => {
    const last = (await registry.feed('health')).length
    const before = performance.now()
    const { body } = await city().get('health', `/registry/v1/events?after=${last}&wait=1s`)
    expect(body).toEqual({ events: [], last })
    expect(performance.now() - before).toBeGreaterThan(900)
  })
})

// A journey that failed leaves no subscriber behind.
let gaveUp = false
afterAll(() => {
  gaveUp = true
})

/** What the registry answers to every question of every agency. That nothing was ever known of someone is nobody's news. */
const everyDecision = async (residents: readonly Resident[]) => {
  const decided = []
  for (const resident of residents)
    for (const { code, owner } of purposes) {
      const decision = await registry.decides(resident, code)
      decided.push({ owner, key: `${resident.person} ${code}`, outcome: decision.outcome, decision })
    }
  return decided
}

/** Each agency goes its own way at its own pace; nobody waits for anybody. */
const everyAgencyWritesAbout = (resident: Resident, nth: number): readonly Promise<void>[] => [
  insures(resident, nth),
  assesses(resident, nth),
  certifies(resident, nth),
  treats(resident, nth),
]

const insures = async (resident: Resident, nth: number): Promise<void> => {
  await healthcareSecurity.enrols(resident, monthsAgo(40))
  if (nth % 4 === 3) return
  const assessment = await healthcareSecurity.gradesSevere(resident, monthsAgo(8))
  if (nth % 4 === 1) await healthcareSecurity.revokes(resident, assessment, daysAgo(5), 'fraud')
}

const assesses = async (resident: Resident, nth: number): Promise<void> => {
  await civilAffairs.opensFile(resident, monthsAgo(20))
  if (nth >= 3) await civilAffairs.assesses(resident, monthsAgo(5))
  if (nth % 5 === 4) await civilAffairs.assesses(resident, monthsAgo(1), { reason: 'immediate', dementia: true })
  if (nth % 8 === 7) await civilAffairs.reportsDeath(resident, daysAgo(9), daysAgo(8))
}

const certifies = async (resident: Resident, nth: number): Promise<void> => {
  if (nth % 2 === 1) return
  const certificate = await federation.issuesCertificate(resident, 1 + (nth % 4), monthsAgo(14))
  if (nth % 3 === 0) await federation.regrades(resident, certificate, 3, daysAgo(20))
}

const treats = async (resident: Resident, nth: number): Promise<void> => {
  await health.opensRecord(resident, monthsAgo(20))
  if (nth % 5 === 4) await health.diagnosesDementia(resident, monthsAgo(2))
  if (nth % 8 === 7) await health.certifiesDeath(resident, daysAgo(9), daysAgo(9))
  if (nth % 16 === 15) await health.correctsDeath(resident, daysAgo(3))
}
