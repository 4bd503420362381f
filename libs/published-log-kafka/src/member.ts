import type { Batch, Consumer, EachBatchPayload } from 'kafkajs'
import { KeysOutOfReach } from '@concord/event-signing'
import { type Follower, type LogPage, type Offset, type Place, UnknownOffset } from '@concord/published-log'
import type { Partitions } from './partitions.js'
import type { Names } from './topic-names.js'

/** What is needed of what the driver brings. */
export type MessagesOf = Pick<Batch, 'messages' | 'lastOffset'>
export interface Brought extends Pick<EachBatchPayload, 'heartbeat' | 'isStale' | 'pause' | 'resolveOffset'> {
  readonly batch: Pick<Batch, 'topic' | 'partition'> & MessagesOf
}

export interface Membership {
  readonly names: Names
  readonly follower: Follower
  readonly partitions: Pick<Partitions, 'bounds'>
  readonly pageOf: (place: Place, after: Offset, batch: MessagesOf) => Promise<LogPage>
  /** Hears why an agency's topic waits. */
  readonly warn: (line: string) => void
}

/** An agency whose keys cannot be had is asked again after so long. Its places wait, those of the others go on. */
const keysAgainMilliseconds = 5_000
/** The driver may bring what it fetched before it was told where to go on. It asks for what it was told by the third time. */
const strayBatches = 2

/** One member of a group: where its follower stands in the places that are its own. */
export class Member {
  private readonly places = new Map<string, Promise<Offset>>()
  /** How often in a row a place has brought something else than was asked for. */
  private readonly strays = new Map<string, number>()
  private readonly waiting = new Map<string, NodeJS.Timeout>()
  private hasLeft = false

  constructor(
    private readonly consumer: Pick<Consumer, 'seek' | 'commitOffsets'>,
    private readonly membership: Membership,
    private readonly fail: (error: unknown) => void,
  ) {}

  /** Called at each rebalance. Whatever arrives of a place waits until the follower has said where it begins. */
  assign(assignment: Readonly<Record<string, readonly number[]>>): void {
    this.places.clear()
    this.strays.clear()
    for (const [topic, partitions] of Object.entries(assignment)) {
      for (const partition of partitions) {
        const place = { topic: this.membership.names.topicNamed(topic), partition }
        const beginning = this.begin(place)
        beginning.catch(this.fail)
        this.places.set(nameOf(place), beginning)
      }
    }
  }

  async take(payload: Brought, heartbeatMilliseconds: number): Promise<void> {
    const place: Place = { topic: this.membership.names.topicNamed(payload.batch.topic), partition: payload.batch.partition }
    const beating = setInterval(() => void payload.heartbeat().catch(() => {}), heartbeatMilliseconds)
    try {
      await this.takeBatch(place, payload)
    } catch (error) {
      if (error instanceof KeysOutOfReach) return this.wait(place, payload, error)
      this.fail(error)
      throw error
    } finally {
      clearInterval(beating)
    }
  }

  /** Wakes no place any more. */
  leave(): void {
    this.hasLeft = true
    for (const timer of this.waiting.values()) clearTimeout(timer)
  }

  private async begin(place: Place): Promise<Offset> {
    const offset = await this.membership.follower.begin(place)
    await this.checkThatItStands(place, offset)
    this.seek(place, offset)
    return offset
  }

  private async takeBatch(place: Place, payload: Brought): Promise<void> {
    const { batch } = payload
    const [first] = batch.messages
    const at = await this.places.get(nameOf(place))
    if (!first || at === undefined || payload.isStale()) return
    if (BigInt(first.offset) !== at && (await this.isStray(place, at, BigInt(first.offset)))) return this.seek(place, at)
    this.strays.delete(nameOf(place))
    const page = await this.membership.pageOf(place, at, batch)
    const next = await this.membership.follower.take(page)
    this.waiting.delete(nameOf(place))
    this.places.set(nameOf(place), Promise.resolve(next))
    if (next !== page.offset) return this.seek(place, next)
    payload.resolveOffset(batch.lastOffset())
    this.hint(place, next)
  }

  /**
   * Fetched from where Kafka believed us to be, before we had said it. What comes again and again in place of what was asked for is all
   * that there is: a topic may leave numbers out, but what a follower has taken is never gone.
   * @throws UnknownOffset
   */
  private async isStray(place: Place, at: Offset, first: Offset): Promise<boolean> {
    const strays = this.strays.get(nameOf(place)) ?? 0
    this.strays.set(nameOf(place), strays + 1)
    if (strays < strayBatches) return true
    await this.checkThatItStands(place, at)
    return first < at
  }

  /** @throws UnknownOffset */
  private async checkThatItStands(place: Place, offset: Offset): Promise<void> {
    const { low, high } = await this.membership.partitions.bounds(place)
    if (offset < low || offset > high) throw new UnknownOffset(place, offset)
  }

  private wait(place: Place, payload: Brought, { message }: KeysOutOfReach): void {
    if (this.hasLeft) return
    const isFirst = ![...this.waiting.keys()].some((name) => name.startsWith(`${place.topic} `))
    if (isFirst) this.membership.warn(`what ${place.topic} publishes waits: ${message}`)
    this.waiting.set(nameOf(place), setTimeout(payload.pause(), keysAgainMilliseconds))
  }

  private seek({ topic, partition }: Place, offset: Offset): void {
    this.consumer.seek({ topic: this.membership.names.topic(topic), partition, offset: String(offset) })
  }

  /** For who watches the group's lag in Kafka's own tools; the truth is the follower's. */
  private hint({ topic, partition }: Place, offset: Offset): void {
    this.consumer.commitOffsets([{ topic: this.membership.names.topic(topic), partition, offset: String(offset) }]).catch(() => {})
  }
}

const nameOf = ({ topic, partition }: Place): string => `${topic} ${partition}`
