import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import type { Consumer } from 'kafkajs'
import { KeysOutOfReach } from '@concord/event-signing'
import { type LogPage, type Offset, UnknownOffset } from '@concord/published-log'
import { Member } from './member.js'
import type { Partitions } from './partitions.js'
import { namesWith } from './topic-names.js'

const topic = 'concord.health.v1'

describe('a member of a group', () => {
  beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] }))
  afterEach(() => void jest.useRealTimers())

  it('goes on where its follower says, whatever Kafka believes', async () => {
    const member = await memberAt(5n)
    expect(member.sought).toEqual([5n])
    await member.brings(9n)
    expect([member.sought, member.taken]).toEqual([[5n, 5n], []])
    await member.brings(5n)
    expect(member.taken).toEqual([{ after: 5n, offset: 6n }])
  })

  it('takes what comes next where numbers are left out on the topic', async () => {
    const member = await memberAt(5n)
    await member.brings(7n)
    await member.brings(7n)
    expect(member.taken).toEqual([])
    await member.brings(7n)
    expect(member.taken).toEqual([{ after: 5n, offset: 8n }])
    await member.brings(8n)
    expect(member.taken).toHaveLength(2)
  })

  it('never takes what it has taken already', async () => {
    const member = await memberAt(5n)
    for (let nth = 0; nth < 5; nth += 1) await member.brings(3n)
    expect([member.taken, member.sought.at(-1), member.failed]).toEqual([[], 5n, []])
  })

  it('fails when the log ends before where it stands: it was made anew, or restored from an older copy', async () => {
    const member = await memberAt(5n)
    member.bounds.high = 3n
    for (let nth = 0; nth < 3; nth += 1) await member.brings(0n).catch(() => {})
    expect(member.failed).toEqual([expect.any(UnknownOffset)])
    expect(member.taken).toEqual([])
  })

  it('lets only the places of an agency wait whose keys cannot be fetched, says so once, and tries again', async () => {
    const member = await memberAt(5n)
    member.trouble = new KeysOutOfReach('the signing keys cannot be fetched')
    await member.brings(5n)
    expect([member.isPaused(), member.failed]).toEqual([true, []])
    await jest.advanceTimersByTimeAsync(5_000)
    expect(member.isPaused()).toBe(false)
    await member.brings(5n)
    expect(member.warnings).toEqual(['what health publishes waits: the signing keys cannot be fetched'])
    member.trouble = undefined
    await jest.advanceTimersByTimeAsync(5_000)
    await member.brings(5n)
    expect(member.taken).toEqual([{ after: 5n, offset: 6n }])
  })

  it('wakes no place after it has left', async () => {
    const member = await memberAt(5n)
    member.trouble = new KeysOutOfReach('the signing keys cannot be fetched')
    await member.brings(5n)
    member.leave()
    await jest.advanceTimersByTimeAsync(5_000)
    expect(member.isPaused()).toBe(true)
    await member.brings(5n)
    expect(jest.getTimerCount()).toBe(0)
  })
})

/** A member with one place, whose follower has come so far; the driver brings what a spec says. */
const memberAt = async (at: Offset) => {
  const seen = {
    sought: [] as bigint[],
    taken: [] as Pick<LogPage, 'after' | 'offset'>[],
    failed: [] as unknown[],
    warnings: [] as string[],
    bounds: { low: 0n, high: 100n },
    trouble: undefined as Error | undefined,
    isPaused: () => paused,
  }
  let paused = false
  const consumer: Pick<Consumer, 'seek' | 'commitOffsets'> = {
    seek: ({ offset }) => void seen.sought.push(BigInt(offset)),
    commitOffsets: () => Promise.resolve(),
  }
  const partitions: Pick<Partitions, 'bounds'> = { bounds: () => Promise.resolve(seen.bounds) }
  const follower = {
    begin: () => Promise.resolve(at),
    take: ({ after, offset }: LogPage) => {
      if (seen.trouble) return Promise.reject(seen.trouble)
      seen.taken.push({ after, offset })
      return Promise.resolve(offset)
    },
  }
  const member = new Member(
    consumer,
    {
      names: namesWith(''),
      follower,
      partitions,
      pageOf: (place, after, batch) =>
        Promise.resolve({ ...place, after, offset: BigInt(batch.lastOffset()) + 1n, events: [], sourceRead: 0n }),
      warn: (line) => void seen.warnings.push(line),
    },
    (error) => void seen.failed.push(error),
  )
  member.assign({ [topic]: [0] })
  await jest.advanceTimersByTimeAsync(0)
  const pause = () => {
    paused = true
    return () => void (paused = false)
  }
  /** A batch of one message. */
  const brings = (offset: Offset): Promise<void> => {
    const message = { offset: String(offset), key: null, value: null, headers: {}, timestamp: '0', attributes: 0 }
    const batch = { topic, partition: 0, messages: [message], lastOffset: () => message.offset }
    return member.take({ batch, pause, isStale: () => false, resolveOffset: () => {}, heartbeat: () => Promise.resolve() }, 1_000)
  }
  return Object.assign(seen, { brings, leave: () => member.leave() })
}
