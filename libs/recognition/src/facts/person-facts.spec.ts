import { describe, expect, it } from '@jest/globals'
import * as tell from '../../testing/told.js'
import type { Telling } from '../../testing/told.js'
import { canonicalJson } from './canonical-json.js'
import { factsOf } from './person-facts.js'

const facts = (...tellings: readonly Telling[]) => factsOf(tell.told(...tellings))
const circumstances = (...tellings: readonly Telling[]) =>
  facts(...tellings).circumstances.map(({ kind, from, until }) => [kind, from, until])
const statuses = (...tellings: readonly Telling[]) =>
  facts(...tellings).findings.map(({ periods }) => periods.map(({ from, status }) => `${from} ${status}`))

describe('the findings of a person', () => {
  it('go from notice to force to expiry, and the notice gives way to the conclusion', () =>
    expect(statuses(tell.ltcPublicised({ on: '2026-01-10' }), tell.ltcConcluded({ on: '2026-01-10', effective: '2026-01-20' }))).toEqual([
      ['2026-01-10 provisional', '2026-01-20 superseded'],
      ['2026-01-10 provisional', '2026-01-20 in-force', '2028-01-21 expired'],
    ]))
  it('expire by the calendar even when the agency says nothing, and say nothing new when it does', () =>
    expect(statuses(tell.ltcConcluded({ on: '2024-01-10' }), tell.ltcExpired('2026-01-11'))).toEqual(
      statuses(tell.ltcConcluded({ on: '2024-01-10' })),
    ))
  it('still hold on their last day, when an agency records the expiry on that very day', () =>
    expect(statuses(tell.ltcConcluded({ on: '2024-01-10' }), tell.ltcExpired('2026-01-10'))).toEqual([
      ['2024-01-10 in-force', '2026-01-11 expired'],
    ]))
  it('expire earlier when the agency says so', () =>
    expect(statuses(tell.ltcConcluded({ on: '2024-01-10' }), tell.ltcExpired('2025-01-11'))).toEqual([
      ['2024-01-10 in-force', '2025-01-11 expired'],
    ]))
  it('follow one another in one scheme without naming each other', () =>
    expect(
      statuses(tell.abilityAssessed({ on: '2025-01-10', until: '2026-01-10' }), tell.abilityAssessed({ id: 21, on: '2025-06-01' })),
    ).toEqual([
      ['2025-01-10 in-force', '2025-06-01 superseded'],
      ['2025-06-01 in-force', '2026-06-02 expired'],
    ]))
  it('of a certificate determined anew keep the validity of the certificate', () =>
    expect(statuses(tell.certificateIssued({ on: '2020-01-10' }), tell.regraded({ on: '2025-01-10', grade: 1 }))).toEqual([
      ['2020-01-10 in-force', '2025-01-10 superseded'],
      ['2025-01-10 in-force', '2030-01-11 expired'],
    ]))
  it('take the validity of a renewal, with the renewal as its source', () =>
    expect(
      facts(tell.certificateIssued({ on: '2020-01-10' }), tell.certificateRenewed('2029-12-01', '2039-12-01')).findings[0]?.periods,
    ).toMatchObject([
      { from: '2020-01-10', status: 'in-force', source: { position: '1' } },
      { from: '2029-12-01', status: 'in-force', source: { position: '2' } },
      { from: '2039-12-02', status: 'expired', source: { position: '2' } },
    ]))
  it('give way to one that takes their place from an earlier day', () =>
    expect(
      statuses(
        tell.ltcConcluded({ on: '2025-01-10', effective: '2025-02-01', recorded: '2025-01-10' }),
        tell.ltcReEvaluated({ on: '2025-01-20', effective: '2025-01-20' }),
      ),
    ).toEqual([
      ['2025-01-10 provisional', '2025-01-20 superseded'],
      ['2025-01-20 in-force', '2027-01-21 expired'],
    ]))
  it('are read by the dates they carry, also when an older one is recorded later', () =>
    expect(
      statuses(
        tell.ltcConcluded({ id: 2, on: '2026-01-10', grade: 4 }),
        tell.ltcConcluded({ id: 1, on: '2025-01-10', grade: 2, recorded: '2026-02-01' }),
      ),
    ).toEqual([
      ['2026-01-10 in-force', '2028-01-11 expired'],
      ['2025-01-10 in-force', '2026-01-10 superseded'],
    ]))
})

describe('the circumstances of a person', () => {
  it('hold from their beginning to the day before their end', () =>
    expect(circumstances(tell.admitted('2026-01-10'), tell.discharged('2026-01-15'))).toEqual([
      ['hospital-stay', '2026-01-10', '2026-01-14'],
    ]))
  it('are told once when two say the same', () =>
    expect(circumstances(tell.comaBegan('2026-01-10'), tell.comaBegan('2026-01-12'))).toEqual([['coma', '2026-01-10', undefined]]))
  it('are read by their dates, also when the end is recorded first', () =>
    expect(
      circumstances(
        { ...tell.discharged('2026-01-15'), recorded: '2026-01-16' },
        { ...tell.admitted('2026-01-10'), recorded: '2026-02-01' },
      ),
    ).toEqual([['hospital-stay', '2026-01-10', '2026-01-14']]))
  it('keep every region with its time', () =>
    expect(facts(tell.fileOpened('2026-01-01'), tell.residenceMoved('2026-03-01', '350211')).circumstances).toMatchObject([
      { kind: 'household-region', region: '350203' },
      { kind: 'residence-region', region: '350206', until: '2026-02-28' },
      { kind: 'residence-region', region: '350211', from: '2026-03-01' },
    ]))
  it('tell what a benefit rests on', () =>
    expect(facts(tell.nursingSubsidyGranted('2026-01-01')).circumstances).toMatchObject([
      { benefit: 'disability-nursing-subsidy', restsOn: tell.uuid(40) },
    ]))
})

describe('what was known', () => {
  it('is measured by instants, however a source spells them', () => {
    const known = (recorded: string, knownAt: string) =>
      factsOf(tell.told({ ...tell.comaBegan('2026-01-10'), recorded }), knownAt).circumstances.length
    expect(known('2026-01-10T01:00:00Z', '2026-01-10T01:00:00.000Z')).toBe(1)
    expect(known('2026-01-10T01:00:00.000Z', '2026-01-10T01:00:00Z')).toBe(1)
    expect(known('2026-01-10T01:00:00Z', '2026-01-10T01:00:00.000001Z')).toBe(1)
    expect(known('2026-01-10T01:00:00Z', '2026-01-10T00:59:59.999999Z')).toBe(0)
  })
})

describe('the digest of a person', () => {
  it('is the same text for the same facts and another for others', () => {
    const life = [tell.enrolled('2026-01-01'), tell.ltcConcluded({ on: '2026-01-10' })]
    expect(canonicalJson(factsOf(tell.told(...life)))).toBe(canonicalJson(factsOf([...tell.told(...life)].toReversed())))
    expect(canonicalJson(factsOf(tell.told(...life)))).not.toBe(canonicalJson(factsOf(tell.told(...life, tell.ltcRevoked('2026-02-01')))))
  })
})
