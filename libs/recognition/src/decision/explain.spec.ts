import { describe, expect, it } from '@jest/globals'
import { given } from '../../testing/asking.js'
import * as tell from '../../testing/told.js'
import { explain } from './explain.js'

const severe = tell.ltcConcluded({ on: '2025-03-01', grade: 4 })
const said = (purpose: string, asOf: string, ...tellings: readonly tell.Telling[]) =>
  explain(given(...tellings).asking(purpose, asOf).decision)

describe('a decision in one sentence', () => {
  it('says what is recognised, until when and why', () =>
    expect(said('elder-nursing-subsidy', '2026-03-01', severe)).toEqual({
      zh: '予以互认为“重度及以上”，有效期至2027-03-01：长护险失能等级4级（2025-03-01认定）在有效期内（依据互认协议city-default第1版规则elder-nursing-subsidy-ltci-3-4-5）。',
      en: 'Recognised as severe or worse until 2027-03-01, because the LTCI grade 4 determined on 2025-03-01 is in force (rule elder-nursing-subsidy-ltci-3-4-5 of agreement city-default, version 1).',
    }))
  it('says what is wanting', () =>
    expect(said('home-health-service', '2026-03-01', severe, tell.recordOpened('2026-01-01'), tell.admitted('2026-02-01')).en).toMatch(
      /^Not met, because the LTCI grade 4 .* is in force, but the person is not living at home \(/,
    ))
  it('says that a death waits for its second source', () =>
    expect(said('elder-nursing-subsidy', '2026-03-01', severe, tell.deathCertified('2026-02-01'))).toEqual({
      zh: '暂停互认：仅一方报告死亡，等待核实。',
      en: 'Suspended, because one source alone reports a death, and review is under way.',
    }))
  it('says that nothing is known, and that this is not ability', () => {
    const { zh, en } = said('care-home-admission', '2026-03-01')
    expect(zh).toContain('无证不等于有能力')
    expect(en).toContain('absence is not ability')
  })
  it('says that the source is still valid when only the rule has run out', () =>
    expect(said('care-home-admission', '2027-03-01', tell.abilityAssessed({ on: '2026-01-10', until: '2036-01-10' })).en).toMatch(
      /^Expired, .* is in force, but the longest time that the rule allows is over \(/,
    ))
  it('says that a revoked finding is withdrawn', () =>
    expect(said('elder-nursing-subsidy', '2026-03-01', severe, tell.ltcRevoked('2026-02-01')).en).toMatch(
      /^Withdrawn, .* has been revoked \(/,
    ))
})
