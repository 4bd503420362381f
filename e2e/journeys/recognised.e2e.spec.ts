import { describe, expect, it } from '@jest/globals'
import { daysAgo, monthsAgo, today } from '../city/calendar.js'
import { noticeEndsAfter } from '../city/healthcare-security.js'
import { journeysInOneCity } from '../city/journeys-in-one-city.js'

const { someoneAged, healthcareSecurity, civilAffairs, federation, health, registry } = journeysInOneCity()

describe('a severe LTCI grade (长护险重度失能)', () => {
  it('is recognised for the elder nursing subsidy, and civil affairs grants it without assessing again', async () => {
    const grandmother = await someoneAged(82)
    await healthcareSecurity.enrols(grandmother, monthsAgo(40))
    await civilAffairs.opensFile(grandmother, monthsAgo(20))
    expect(await registry.decides(grandmother, 'elder-nursing-subsidy')).toMatchObject({ outcome: 'unknown', missing: ['finding'] })

    const assessment = await healthcareSecurity.gradesSevere(grandmother, monthsAgo(6))
    const { decision, explanation } = await registry.tells(grandmother, 'elder-nursing-subsidy')
    expect(decision).toMatchObject({
      outcome: 'recognised',
      acceptedAs: { code: 'severe-or-worse', zh: '重度及以上' },
      basis: {
        rule: 'elder-nursing-subsidy-ltci-3-4-5',
        agreement: { id: 'city-default', version: 1 },
        findings: [{ context: 'healthcare-security', standard: 'ltci-2021', record: assessment, grade: 3, status: 'in-force' }],
      },
    })
    expect(decision.until).toBe(decision.basis?.findings[0]?.validUntil)
    expect(explanation?.zh).toContain('予以互认为“重度及以上”')

    const recognised = { from: 'recognition', findingId: assessment, as: 'severe-or-worse' } as const
    await civilAffairs.grantsElderNursing(grandmother, today, recognised)
    expect(await civilAffairs.showsSubsidies(grandmother)).toMatchObject([{ status: 'paid', grant: { restsOn: assessment } }])
  })

  it('never becomes a GB/T level, nor a certificate', async () => {
    const grandfather = await someoneAged(79)
    await healthcareSecurity.enrols(grandfather, monthsAgo(40))
    await healthcareSecurity.gradesSevere(grandfather, monthsAgo(6))
    expect(await registry.decides(grandfather, 'care-home-admission')).toMatchObject({ acceptedAs: { code: 'severe-or-worse' } })
    expect(await registry.decides(grandfather, 'severe-disability-nursing-subsidy')).toMatchObject({ outcome: 'unknown' })
    expect(await registry.decides(grandfather, 'certificate-fast-track')).toMatchObject({ acceptedAs: { code: 'limb-1-2-material' } })
  })

  it('is told to nobody but the owner of the purpose', async () => {
    const neighbour = await someoneAged(80)
    await healthcareSecurity.enrols(neighbour, monthsAgo(40))
    for (const agency of ['healthcare-security', 'disabled-persons-federation', 'health', 'audit'] as const)
      expect(await registry.answers(agency, neighbour, 'elder-nursing-subsidy')).toMatchObject({ status: 403 })
  })
})

describe('a dementia diagnosed after the ability assessment (评估后确诊痴呆)', () => {
  it('raises the GB/T level only when civil affairs assesses anew', async () => {
    const teacher = await someoneAged(76)
    await civilAffairs.opensFile(teacher, monthsAgo(20))
    const first = await civilAffairs.assesses(teacher, monthsAgo(5))
    const belowTheBar = { outcome: 'not-met', missing: ['grade'], basis: { findings: [{ record: first, grade: 2 }] } }
    expect(await registry.decides(teacher, 'elder-nursing-subsidy')).toMatchObject(belowTheBar)

    await health.opensRecord(teacher, monthsAgo(20))
    await health.diagnosesDementia(teacher, monthsAgo(2))
    expect(await registry.decides(teacher, 'elder-nursing-subsidy')).toMatchObject(belowTheBar)
    const ability = { from: 'own-assessment', findingId: first } as const
    expect(await civilAffairs.triesToGrantElderNursing(teacher, daysAgo(40), ability)).toMatchObject({
      status: 409,
      body: { slug: 'ability-too-good' },
    })

    const second = await civilAffairs.assesses(teacher, monthsAgo(1), { reason: 'immediate', dementia: true })
    expect(await registry.decides(teacher, 'elder-nursing-subsidy')).toMatchObject({
      outcome: 'recognised',
      basis: { findings: [{ record: second, grade: 3 }] },
    })
    expect(await registry.decides(teacher, 'elder-nursing-subsidy', { asOf: daysAgo(45) })).toMatchObject(belowTheBar)
    await civilAffairs.grantsElderNursing(teacher, today, { from: 'own-assessment', findingId: second })
  })
})

describe('a certificate that is regraded while a subsidy rests on it (领取护理补贴期间残疾等级变更)', () => {
  it('is no longer recognised, the payer is told, and nothing that was paid is rewritten', async () => {
    const carpenter = await someoneAged(54)
    await civilAffairs.opensFile(carpenter, monthsAgo(20))
    const certificateId = await federation.issuesCertificate(carpenter, 2, monthsAgo(14))
    expect(await registry.decides(carpenter, 'severe-disability-nursing-subsidy')).toMatchObject({
      outcome: 'recognised',
      acceptedAs: { code: 'grade-2' },
      basis: { findings: [{ record: certificateId, grade: 2, components: [{ category: 4, grade: 2 }] }] },
    })
    const certificate = { certificateId, grade: 2, components: [{ category: 4, grade: 2 }] }
    const subsidy = await civilAffairs.grantsDisabilityNursing(carpenter, monthsAgo(12), certificate)

    await federation.regrades(carpenter, certificateId, 3, daysAgo(20))
    expect(await registry.decides(carpenter, 'severe-disability-nursing-subsidy')).toMatchObject({
      outcome: 'not-met',
      missing: ['grade'],
      basis: { findings: [{ record: certificateId, grade: 3 }] },
    })
    const told = await registry.feed('civil-affairs', carpenter)
    expect(told.findLast(({ purpose }) => purpose === 'severe-disability-nursing-subsidy')).toMatchObject({
      decision: { outcome: 'not-met', basis: { findings: [{ record: certificateId, grade: 3 }] } },
    })

    expect(await registry.decides(carpenter, 'severe-disability-nursing-subsidy', { asOf: daysAgo(21) })).toMatchObject({
      outcome: 'recognised',
      acceptedAs: { code: 'grade-2' },
    })
    expect(await civilAffairs.showsSubsidies(carpenter)).toMatchObject([
      { status: 'paid', grant: { subsidyId: subsidy, restsOn: certificateId } },
    ])
    await civilAffairs.stopsSubsidy(carpenter, subsidy, today)
    expect(await civilAffairs.showsSubsidies(carpenter)).toMatchObject([{ status: 'stopped', stop: { reason: 'basis-ended' } }])
  })
})

describe('a finding on public notice (公示期内的认定)', () => {
  it('of the LTCI is provisional until it is delivered, which no office can do before the notice ends', async () => {
    const fisherman = await someoneAged(71)
    await healthcareSecurity.enrols(fisherman, monthsAgo(40))
    const assessment = await healthcareSecurity.publicisesSevereGrade(fisherman, today)
    expect(await healthcareSecurity.triesToDeliver(fisherman, assessment, today)).toMatchObject({
      status: 409,
      body: { slug: 'notice-not-over' },
    })
    for (const purpose of ['ltci-benefit', 'elder-nursing-subsidy', 'elder-care-voucher', 'home-health-service'])
      expect(await registry.decides(fisherman, purpose)).toMatchObject({ outcome: 'provisional', missing: ['notice-ended'] })
  })

  it('is recognised from the day of its delivery on', async () => {
    const tailor = await someoneAged(73)
    await healthcareSecurity.enrols(tailor, monthsAgo(40))
    const publicisedOn = daysAgo(60)
    const assessment = await healthcareSecurity.publicisesSevereGrade(tailor, publicisedOn)
    const lastDay = noticeEndsAfter(publicisedOn)
    expect(await healthcareSecurity.triesToDeliver(tailor, assessment, lastDay)).toMatchObject({ body: { slug: 'notice-not-over' } })
    expect(await registry.decides(tailor, 'elder-nursing-subsidy')).toMatchObject({ outcome: 'provisional' })

    await healthcareSecurity.delivers(tailor, assessment, daysAgo(30))
    expect(await registry.decides(tailor, 'elder-nursing-subsidy', { asOf: daysAgo(31) })).toMatchObject({ outcome: 'provisional' })
    expect(await registry.decides(tailor, 'elder-nursing-subsidy', { asOf: daysAgo(30) })).toMatchObject({ outcome: 'recognised' })
  })

  it('of the certificate is provisional too', async () => {
    const weaver = await someoneAged(48)
    await federation.publicisesLimbGrade(weaver, 1, today)
    expect(await registry.decides(weaver, 'severe-disability-nursing-subsidy')).toMatchObject({ outcome: 'provisional' })
  })
})
