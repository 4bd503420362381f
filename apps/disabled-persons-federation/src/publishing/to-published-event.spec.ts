import { describe, expect, it } from '@jest/globals'
import { publishedEvent } from '@concord/contracts'
import type { CertificateEvent } from '@concord/disabled-persons-federation'
import { type Json, UnknownEvent } from '@concord/event-store'
import { publishedBy, recorded } from '@concord/service-kit/testing'
import { institutionCodeFrom } from '@concord/standards'
import { toPublishedEvent } from './to-published-event.js'

describe('what the federation publishes', () => {
  it.each(Object.entries(told()))('%s is told as the contract has it', (type, { data, published }) => {
    const event = toPublishedEvent(recorded(type, data))
    expect(event).toEqual(publishedBy('disabled-persons-federation', { type, data: published }))
    expect(publishedEvent.parse(event)).toEqual(event)
  })

  it.each(Object.entries(untold()))('%s stays with the county', (type, data) =>
    expect(toPublishedEvent(recorded(type, data))).toBeUndefined(),
  )

  it('stops at an event that it does not know', () =>
    expect(() => toPublishedEvent(recorded('CertificateEaten', {}))).toThrow(UnknownEvent))
})

type Untold = 'ApplicationAccepted' | 'DisabilityEvaluated' | 'NoticeObjectionRaised' | 'NoticeObjectionDismissed'

function words() {
  const about = { certificateId: '3f0e8a52-6c2e-4c3f-8a55-0b6c2d0a7c11', on: '2026-03-23' }
  const components = [
    { category: 1, grade: 1 },
    { category: 4, grade: 3 },
  ]
  const evaluation = { category: 7, grade: 1, components, determinedOn: '2026-03-10', institution: institutionCodeFrom('12350200MB000001') }
  return { about, evaluation, flat: { certificateId: about.certificateId, standard: 'gbt-26341-2010', ...evaluation } }
}

/** One of each that is told, beside what is told of it: the compiler misses none. */
function told() {
  const { about, evaluation, flat } = words()
  const [validUntil, noticeEndsOn, householdRegion] = ['2036-03-23', '2026-03-20', '350203']
  const same = (data: Json) => ({ data, published: data })
  return {
    CertificateApplied: same({ ...about, bornOn: '1958-05-04', householdRegion }),
    EvaluationPublicised: { data: { ...about, evaluation, noticeEndsOn }, published: { ...flat, noticeEndsOn } },
    CertificateRefused: { data: { ...about, reason: 'withdrawn', reviewedLate: true }, published: { ...about, reason: 'withdrawn' } },
    CertificateIssued: {
      data: { ...about, evaluation, validUntil, reviewedLate: false },
      published: { ...flat, issuedOn: about.on, validUntil },
    },
    CertificateRenewed: same({ ...about, validUntil }),
    CertificateReissued: { data: { ...about, reissue: 2 }, published: { ...about, suffix: 'B2' } },
    DisabilityRegraded: { data: { ...about, evaluation }, published: { ...flat, on: about.on } },
    CertificateMoved: same({ ...about, householdRegion }),
    CertificateFrozen: same({ ...about, reason: 'data-check' }),
    CertificateUnfrozen: same(about),
    CertificateExpired: same(about),
    CertificateCancelled: same({ ...about, reason: 'own-wish' }),
    EvaluationDisputed: { data: { ...about, before: 'city' }, published: about },
    DisputeConcluded: { data: { ...about, evaluation, final: true }, published: { ...flat, on: about.on, final: true } },
  } satisfies Record<Exclude<CertificateEvent['type'], Untold>, { readonly data: Json; readonly published: Json }>
}

function untold() {
  const { about, evaluation } = words()
  return {
    ApplicationAccepted: about,
    DisabilityEvaluated: { ...about, evaluation },
    NoticeObjectionRaised: about,
    NoticeObjectionDismissed: about,
  } satisfies Record<Untold, Json>
}
