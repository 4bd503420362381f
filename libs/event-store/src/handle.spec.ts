import { beforeEach, describe, expect, it } from '@jest/globals'
import { accept, refuse, type Decider } from '@concord/decider'
import { asStored, codecOf, UnknownEvent } from './codec.js'
import { RevisionConflict, type Cause, type EventStore } from './event-store.js'
import { CommandIdReused, handle } from './handle.js'
import { inMemoryEventStore } from './in-memory-event-store.js'

interface Counted {
  readonly type: 'Counted'
  readonly data: { readonly by: number }
}

/** Counts to ten and no further; counting by nothing is no news. */
const counter: Decider<number, number, Counted, 'too-many'> = {
  initial: 0,
  decide: (by, count) => {
    if (count + by > 10) return refuse('too-many')
    return by === 0 ? accept() : accept({ type: 'Counted', data: { by } })
  },
  evolve: (count, { data }) => count + data.by,
}

const codec = codecOf<Counted>({ Counted: asStored })
const stream = 'counter-1'
const cause = (commandId: string, digest = `digest of ${commandId}`): Cause => ({
  commandId,
  digest,
  by: 'clerk-1',
  correlationId: 'request-1',
})

describe('handling a command', () => {
  let store: EventStore
  const count = (by: number, why: Cause) => handle({ store, codec }, counter, { stream, cause: why }, by)
  const recorded = () => Array.fromAsync(store.read(stream))
  beforeEach(() => {
    store = inMemoryEventStore()
  })

  it('records what the decider decides, with its cause, and answers the position', async () => {
    expect(await count(3, cause('a'))).toEqual({ accepted: true, position: 1n })
    expect(await recorded()).toMatchObject([{ type: 'Counted', data: { by: 3 }, revision: 0n, cause: cause('a') }])
  })

  it('decides on all that happened before', async () => {
    await count(6, cause('a'))
    await count(4, cause('b'))
    expect(await count(1, cause('c'))).toEqual({ accepted: false, refusal: 'too-many' })
  })

  it('answers a refusal as a value and records nothing', async () => {
    expect(await count(11, cause('a'))).toEqual({ accepted: false, refusal: 'too-many' })
    expect(await recorded()).toEqual([])
  })

  it('answers a repeated command id with the old position and records nothing, even when the command would be refused by now', async () => {
    const first = await count(8, cause('a'))
    await count(2, cause('b'))
    expect(await count(8, cause('a'))).toEqual(first)
    expect(await recorded()).toHaveLength(2)
  })

  it('knows a repeated command though it comes in another trace', async () => {
    const trace = (digit: string) => `00-${digit.repeat(32)}-${digit.repeat(16)}-01`
    const first = await count(8, { ...cause('a'), trace: trace('1') })
    expect(await count(8, { ...cause('a'), trace: trace('2') })).toEqual(first)
    expect((await recorded()).map((event) => event.cause.trace)).toEqual([trace('1')])
  })

  it('refuses loudly when a command id comes back with other content', async () => {
    await count(3, cause('a'))
    await expect(count(4, cause('a', 'another digest'))).rejects.toThrow(CommandIdReused)
    expect(await recorded()).toHaveLength(1)
  })

  it('answers a command that is no news with the position of the last event', async () => {
    expect(await count(0, cause('a'))).toEqual({ accepted: true, position: undefined })
    const { position } = await count(3, cause('b')).then((handled) => ({ position: undefined, ...handled }))
    expect(await count(0, cause('c'))).toEqual({ accepted: true, position })
  })

  it('records the same command once when it is asked twice at the same moment', async () => {
    const answers = await Promise.all([count(3, cause('a')), count(3, cause('a'))])
    expect(answers[0]).toEqual(answers[1])
    expect(await recorded()).toHaveLength(1)
  })

  it('leaves a conflict of two different commands to the caller', async () => {
    await expect(Promise.all([count(3, cause('a')), count(4, cause('b'))])).rejects.toThrow(RevisionConflict)
  })

  it('stops loudly at an event that this version does not know', async () => {
    await store.append(stream, 'no-stream', [{ id: 'x', type: 'CountedBackwards', data: {}, cause: cause('a') }])
    await expect(count(1, cause('b'))).rejects.toThrow(UnknownEvent)
  })
})
