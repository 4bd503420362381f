import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import {
  decodePublished,
  encodePublished,
  type EventContent,
  fromProtobuf,
  type PublishedEvent,
  toProtobuf,
  UnreadableEvent,
} from '@concord/contracts'
import { contentsOfEach } from '@concord/contracts/testing'
import { institutionCodeFrom } from '@concord/standards'

const id = '3f0e8a52-6c2e-4c3f-8a55-0b6c2d0a7c11'
const envelope = {
  id,
  person: 'ab'.repeat(16),
  position: 7n,
  recordedAt: '2026-03-02T08:00:00Z',
  correlationId: 'one',
}

const content = (context: string, type: string, data: object): EventContent => ({ context, type, data }) as EventContent
const closed = content('health', 'HomeSickbedClosed', { on: '2026-03-02', reason: 'own-wish' })
const corrected = (diedOn: string | null): EventContent => content('health', 'DeathCertificateCorrected', { on: '2026-03-02', diedOn })

const concluded = (final: boolean): EventContent =>
  content('disabled-persons-federation', 'DisputeConcluded', {
    certificateId: id,
    standard: 'gbt-26341-2010',
    category: 1,
    grade: 1,
    components: [{ category: 1, grade: 1 }],
    determinedOn: '2026-03-01',
    institution: institutionCodeFrom('12350200MB000001'),
    on: '2026-03-02',
    final,
  })
const granted = content('civil-affairs', 'ElderNursingSubsidyGranted', { subsidyId: id, on: '2026-03-02', monthlyFen: 1 })
const assessed = content('civil-affairs', 'ElderAbilityAssessed', {
  assessmentId: id,
  standard: 'gbt-42195-2022',
  reason: 'first',
  items: Array.from({ length: 26 }, () => 0),
  total: 0,
  preliminary: 4,
  level: 4,
  adjustments: ['coma'],
  determinedOn: '2026-03-01',
  institution: institutionCodeFrom('12350200MB000001'),
  assessors: [],
  effectiveFrom: '2026-03-02',
  validUntil: '2027-03-02',
})
const hex = (text: string): string => Buffer.from(text).toString('hex')
const hexOf = (event: EventContent): string => Buffer.from(toProtobuf(event).data).toString('hex')
const read = (type: string, bytes: string): EventContent => fromProtobuf(type, Buffer.from(bytes, 'hex'))

const each = [...contentsOfEach()]

describe('a published event on the wire', () => {
  it.each(each)('%s says what it said', (type, contents) =>
    fc.assert(
      fc.property(contents, (content) => {
        const encoded = toProtobuf(content)
        expect(encoded.type).toBe(type)
        expect(fromProtobuf(type, encoded.data)).toStrictEqual(content)
      }),
    ),
  )

  it('is written as protobuf has it', () => {
    expect(hexOf(closed)).toBe(`0a0a${hex('2026-03-02')}1005`)
    expect(toProtobuf(closed).type).toBe('concord.health.v1.HomeSickbedClosed')
  })

  it('tells a null by silence', () => {
    expect(hexOf(corrected('2026-03-01'))).toBe(`0a0a${hex('2026-03-02')}120a${hex('2026-03-01')}`)
    expect(hexOf(corrected(null))).toBe(`0a0a${hex('2026-03-02')}`)
    expect(read('concord.health.v1.DeathCertificateCorrected', `0a0a${hex('2026-03-02')}`)).toStrictEqual(corrected(null))
  })

  it('sends no zero and is read with it', () => {
    const { type, data } = toProtobuf(concluded(false))
    expect(fromProtobuf(type, data)).toStrictEqual(concluded(false))
    expect(hexOf(concluded(true))).toBe(`${hexOf(concluded(false))}4801`)
  })

  it('is read without what a newer version added to it', () =>
    expect(read('concord.health.v1.HomeSickbedClosed', `${hexOf(closed)}9a0603${hex('new')}`)).toStrictEqual(closed))

  it('is what JSON says too', () =>
    fc.assert(
      fc.property(fc.oneof(...each.map(([, contents]) => contents)), (content) => {
        const { type, data } = toProtobuf(content)
        const { context, type: event, data: said } = decodePublished(encodePublished({ ...envelope, ...content } as PublishedEvent))
        expect(fromProtobuf(type, data)).toStrictEqual({ context, type: event, data: said })
      }),
    ))
})

describe('what is no event', () => {
  it.each(each)('is %s with nothing in it', (type) => unreadable(type, ''))

  it.each(each)('is %s without its end', (type, contents) =>
    fc.assert(fc.property(contents, (content) => unreadable(type, hexOf(content).slice(0, -2)))),
  )

  it('is an event that this version does not know', () =>
    unreadable('concord.health.v1.PersonCloned', hexOf(closed), 'concord.health.v1.PersonCloned is no event that this version knows'))

  it('is a message that is only a part of events', () => unreadable('concord.disabled_persons_federation.v1.Component', '08011001'))

  it('is an event of another agency’s name', () => unreadable('concord.civil_affairs.v1.HomeSickbedClosed', hexOf(closed)))

  it.each([
    ['lacks a text', `1005`, 'breaks its contract at on'],
    ['lacks a word', `0a0a${hex('2026-03-02')}`, 'breaks its contract at reason'],
    ['has a word of no number', `0a0a${hex('2026-03-02')}1063`, 'breaks its contract at reason'],
    ['has a day that no calendar has', `0a0a${hex('2026-02-30')}1005`, 'breaks its contract at on'],
    ['has text that is no text', `0a02ffff1005`, 'the bytes are no concord.health.v1.HomeSickbedClosed'],
    ['has a number where a text belongs', `08011005`, 'HomeSickbedClosed'],
  ])('is one that %s', (_what, bytes, why) => unreadable('concord.health.v1.HomeSickbedClosed', bytes, why))

  it.each([
    ['an unknown word in a list', assessed, ['420101', '420163'], 'adjustments.0'],
    ['an amount that no number counts', granted, ['1801', '18ffffffffffffffff7f'], 'monthlyFen'],
  ] as const)('is one with %s', (_what, event, [good, bad], place) => {
    expect(hexOf(event).split(good)).toHaveLength(2)
    unreadable(toProtobuf(event).type, hexOf(event).replace(good, bad), `breaks its contract at ${place}`)
  })

  it('is told without a word of what it said', () => {
    const number = '11010119900307803X'
    const texts = [
      () => read(number, hexOf(closed)),
      () => read('concord.health.v1.HomeSickbedOpened', `0a12${hex(number)}1212${hex(number)}`),
      () => read('concord.health.v1.HomeSickbedOpened', `0a12${hex(number)}1213${hex(number)}`),
    ].map(messageOf)
    expect(texts).toEqual([
      expect.stringMatching(/^what was received is no event/),
      'concord.health.v1.HomeSickbedOpened breaks its contract at on, institution',
      expect.stringMatching(/^the bytes are no concord\.health\.v1\.HomeSickbedOpened/),
    ])
    expect(texts.join(' ')).not.toContain(number)
  })
})

describe('what has come apart from its contract', () => {
  it.each([
    ['without a message', { context: 'health', type: 'PersonCloned', data: {} }, 'has no message'],
    ['without a required field', { ...corrected(null), data: { diedOn: null } }, 'without on'],
    ['with a word that the message lacks', { ...closed, data: { ...closed.data, reason: 'bored' } }, 'no value for a word'],
  ])('is not written: an event %s', (_what, event, why) => expect(() => toProtobuf(event as EventContent)).toThrow(why))
})

const messageOf = (deed: () => unknown): string => {
  try {
    deed()
  } catch (error) {
    if (error instanceof UnreadableEvent) return error.message
    throw error
  }
  throw new Error('was read')
}

const unreadable = (type: string, bytes: string, why = ''): void => {
  const message = messageOf(() => read(type, bytes))
  expect(message).toContain(why)
}
