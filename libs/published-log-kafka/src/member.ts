import type { Consumer, EachBatchPayload } from 'kafkajs'
import { type Follower, type LogPage, type Offset, type Place, UnknownOffset } from '@concord/published-log'
import type { Partitions } from './partitions.js'
import type { Names } from './topic-names.js'

export interface Membership {
  readonly names: Names
  readonly follower: Follower
  readonly partitions: Partitions
  readonly pageOf: (place: Place, batch: EachBatchPayload['batch']) => Promise<LogPage>
}

/** One member of a group: where its follower stands in the places that are its own. */
export class Member {
  private readonly places = new Map<string, Promise<Offset>>()

  constructor(
    private readonly consumer: Consumer,
    private readonly membership: Membership,
    private readonly fail: (error: unknown) => void,
  ) {}

  /** Called at each rebalance. Whatever arrives of a place waits until the follower has said where it begins. */
  assign(assignment: Readonly<Record<string, readonly number[]>>): void {
    this.places.clear()
    for (const [topic, partitions] of Object.entries(assignment)) {
      for (const partition of partitions) {
        const place = { topic: this.membership.names.topicNamed(topic), partition }
        const beginning = this.begin(place)
        beginning.catch(this.fail)
        this.places.set(nameOf(place), beginning)
      }
    }
  }

  async take(payload: EachBatchPayload, heartbeatMilliseconds: number): Promise<void> {
    const beating = setInterval(() => void payload.heartbeat().catch(() => {}), heartbeatMilliseconds)
    try {
      await this.takeBatch(payload)
    } catch (error) {
      this.fail(error)
      throw error
    } finally {
      clearInterval(beating)
    }
  }

  private async begin(place: Place): Promise<Offset> {
    const { follower, partitions } = this.membership
    const offset = await follower.begin(place)
    const { low, high } = await partitions.bounds(place)
    if (offset < low || offset > high) throw new UnknownOffset(place, offset)
    this.seek(place, offset)
    return offset
  }

  private async takeBatch(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload
    const place: Place = { topic: this.membership.names.topicNamed(batch.topic), partition: batch.partition }
    const [first] = batch.messages
    const at = await this.places.get(nameOf(place))
    if (!first || at === undefined || payload.isStale()) return
    // Fetched from where Kafka believed us to be, before we had said it.
    if (BigInt(first.offset) !== at) return this.seek(place, at)
    const page = await this.membership.pageOf(place, batch)
    const next = await this.membership.follower.take(page)
    this.places.set(nameOf(place), Promise.resolve(next))
    if (next !== page.offset) return this.seek(place, next)
    payload.resolveOffset(batch.lastOffset())
    this.hint(place, next)
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
