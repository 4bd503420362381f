import { describe, expect, it } from '@jest/globals'
import { daysAgo, monthsAgo, today } from '../city/calendar.js'
import { journeysInOneCity } from '../city/journeys-in-one-city.js'
import type { Resident } from '../city/resident.js'

const { someoneAged, healthcareSecurity, civilAffairs, health, registry } = journeysInOneCity()

/** Every purpose that a severe LTCI grade opens to someone of 65 who lives at home. */
const opened = [
  'ltci-benefit',
  'elder-nursing-subsidy',
  'care-home-admission',
  'elder-care-voucher',
  'certificate-fast-track',
  'home-health-service',
]

const outcomes = (resident: Resident, asking: { asOf?: string; knownAt?: string } = {}) =>
  Promise.all(opened.map(async (purpose) => (await registry.decides(resident, purpose, asking)).outcome))

const everywhere = (outcome: string) => opened.map(() => outcome)

const someoneSevere = async (age: number): Promise<{ resident: Resident; assessment: string }> => {
  const resident = await someoneAged(age)
  await healthcareSecurity.enrols(resident, monthsAgo(40))
  return { resident, assessment: await healthcareSecurity.gradesSevere(resident, monthsAgo(8)) }
}

describe('a conclusion revoked for fraud (欺诈撤销)', () => {
  it('withdraws recognition everywhere, from its first day on, and tells every agency', async () => {
    const { resident: pretender, assessment } = await someoneSevere(70)
    expect(await outcomes(pretender)).toEqual(everywhere('recognised'))
    const beforeItWasKnown = new Date().toISOString()

    await healthcareSecurity.revokes(pretender, assessment, daysAgo(3), 'fraud')
    expect(await outcomes(pretender)).toEqual(everywhere('withdrawn'))
    expect(await outcomes(pretender, { asOf: monthsAgo(4) })).toEqual(everywhere('withdrawn'))
    expect(await outcomes(pretender, { asOf: monthsAgo(4), knownAt: beforeItWasKnown })).toEqual(everywhere('recognised'))

    const agencies = ['healthcare-security', 'civil-affairs', 'disabled-persons-federation', 'health'] as const
    const told = (await Promise.all(agencies.map((agency) => registry.feed(agency, pretender)))).flat()
    const last = opened.map((purpose) => told.findLast((event) => event.purpose === purpose)?.decision.outcome)
    expect(last).toEqual(everywhere('withdrawn'))
  })

  it('differs from one revoked for an error, which counted until that day', async () => {
    const { resident: widow, assessment } = await someoneSevere(77)
    await healthcareSecurity.revokes(widow, assessment, daysAgo(3), 'error')
    expect(await outcomes(widow)).toEqual(everywhere('withdrawn'))
    expect(await outcomes(widow, { asOf: daysAgo(4) })).toEqual(everywhere('recognised'))
  })
})

describe('what was known on an earlier date (当时所知)', () => {
  it('is answered as it was then, byte for byte', async () => {
    const { resident: miner, assessment } = await someoneSevere(68)
    const asOf = monthsAgo(2)
    const then = await registry.decides(miner, 'elder-nursing-subsidy', { asOf })
    const knownAt = new Date().toISOString()

    await healthcareSecurity.revokes(miner, assessment, monthsAgo(3), 'procedure')
    expect(await registry.decides(miner, 'elder-nursing-subsidy', { asOf })).toMatchObject({ outcome: 'withdrawn' })
    const again = await registry.decides(miner, 'elder-nursing-subsidy', { asOf, knownAt })
    expect(JSON.stringify(again)).toBe(JSON.stringify(then))
  })

  it('does not hold what was recorded late, though it was true already', async () => {
    const boatman = await someoneAged(83)
    await civilAffairs.opensFile(boatman, monthsAgo(20))
    await registry.decides(boatman, 'elder-nursing-subsidy')
    const knownAt = new Date().toISOString()

    await civilAffairs.assesses(boatman, monthsAgo(6), { items: 'severe', lateRecord: true })
    const asOf = monthsAgo(4)
    expect(await registry.decides(boatman, 'elder-nursing-subsidy', { asOf })).toMatchObject({ outcome: 'recognised' })
    expect(await registry.decides(boatman, 'elder-nursing-subsidy', { asOf, knownAt })).toMatchObject({ outcome: 'unknown' })
    expect(await registry.decides(boatman, 'elder-nursing-subsidy', { asOf: monthsAgo(7) })).toMatchObject({ outcome: 'unknown' })
  })

  it('stands in the history, each answer with what changed it', async () => {
    const { resident: cook, assessment } = await someoneSevere(75)
    await healthcareSecurity.revokes(cook, assessment, today, 'error')
    await registry.decides(cook, 'elder-nursing-subsidy')

    const history = await registry.history(cook, 'elder-nursing-subsidy')
    expect(history.map(({ decision }) => decision.outcome)).toEqual(['provisional', 'recognised', 'withdrawn'])
    for (const { from, knownAt, decision, because } of history) {
      expect(await registry.decides(cook, 'elder-nursing-subsidy', { asOf: from, knownAt })).toEqual(decision)
      expect(because).toHaveLength(1)
    }
    expect(history.at(-1)?.because).toMatchObject([{ context: 'healthcare-security', position: cook.recorded['healthcare-security'] }])
  })
})

describe('a death (死亡)', () => {
  it('suspends when one source reports it, ends when two do, and its correction restores', async () => {
    const { resident: sailor } = await someoneSevere(85)
    const alive = await registry.decides(sailor, 'elder-nursing-subsidy')
    await civilAffairs.opensFile(sailor, monthsAgo(20))
    await health.opensRecord(sailor, monthsAgo(20))

    await health.certifiesDeath(sailor, daysAgo(10), daysAgo(9))
    expect(await outcomes(sailor)).toEqual(everywhere('suspended'))
    expect(await registry.decides(sailor, 'elder-nursing-subsidy')).toMatchObject({ missing: ['second-death-report'] })

    await civilAffairs.reportsDeath(sailor, daysAgo(10), daysAgo(7))
    expect(await outcomes(sailor)).toEqual(everywhere('deceased'))
    const dayBefore = daysAgo(11)
    expect(await registry.decides(sailor, 'elder-nursing-subsidy', { asOf: dayBefore })).toMatchObject({
      outcome: 'recognised',
      until: dayBefore,
    })

    await health.correctsDeath(sailor, daysAgo(2))
    expect(await outcomes(sailor)).toEqual(everywhere('suspended'))
    await civilAffairs.withdrawsDeathReport(sailor, daysAgo(1))
    expect(await outcomes(sailor)).toEqual(everywhere('recognised'))
    expect(await registry.decides(sailor, 'elder-nursing-subsidy')).toEqual(alive)

    const told = await registry.feed('civil-affairs', sailor)
    const ofTheSubsidy = told.filter(({ purpose }) => purpose === 'elder-nursing-subsidy').map(({ decision }) => decision.outcome)
    expect(ofTheSubsidy.slice(-5)).toEqual(['recognised', 'suspended', 'deceased', 'suspended', 'recognised'])
  })
})
