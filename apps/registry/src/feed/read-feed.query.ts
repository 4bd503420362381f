import { randomUUID } from 'node:crypto'
import { setTimeout as rest } from 'node:timers/promises'
import { Inject, type OnModuleDestroy } from '@nestjs/common'
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs'
import { MoreThan } from 'typeorm'
import type { Agency } from '@concord/access'
import { AUDIT_TRAIL, type AuditTrail } from '@concord/audit-trail'
import { personId, type PersonId } from '@concord/identity'
import { type Agreement, decision, type Decision } from '@concord/recognition'
import { CLOCK, type Clock } from '@concord/service-kit'
import { type Asking, disclosureOf } from '../disclosing/disclosure.js'
import { AGREEMENTS, fieldsFor, purposeFor } from '../disclosing/purposes.js'
import { feedChannel } from '../projecting/append-to-feed.js'
import { FeedEntry } from '../tables/feed-entry.entity.js'
import { REGISTRY_TABLES, type RegistryTables } from '../tables/registry-tables.js'

export interface FeedEvent {
  readonly number: number
  readonly type: 'RecognitionChanged'
  readonly person: PersonId
  readonly purpose: string
  readonly decision: Partial<Decision>
  readonly recordedAt: string
}

/** How long to wait for news, and whether anybody still waits. */
export interface Patience {
  readonly milliseconds: number
  readonly gone: AbortSignal
}

/** An agency's feed after a number; waits for something new when there is nothing yet. */
export class ReadFeed extends Query<readonly FeedEvent[]> {
  constructor(
    readonly after: number,
    readonly limit: number,
    readonly patience: Patience,
    readonly asker: Omit<Asking, 'at'>,
  ) {
    super()
  }
}

@QueryHandler(ReadFeed)
export class ReadFeedHandler implements IQueryHandler<ReadFeed>, OnModuleDestroy {
  private readonly closing = new AbortController()

  constructor(
    @Inject(REGISTRY_TABLES) private readonly tables: RegistryTables,
    @Inject(AGREEMENTS) private readonly agreements: readonly Agreement[],
    @Inject(AUDIT_TRAIL) private readonly trail: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ after, limit, patience, asker }: ReadFeed): Promise<readonly FeedEvent[]> {
    const lines = await this.linesWithin(patience, () => this.lines(asker.caller.agency, after, limit))
    // The trail says when something was told, not since when it was waited for.
    const asking = { ...asker, at: this.clock.now().toISOString() }
    const told = lines.map((line) => {
      const purpose = purposeFor(this.agreements, line.purpose, asking.caller)
      const whole = decision.parse(JSON.parse(line.decision))
      const person = personId.parse(line.person)
      const event: FeedEvent = {
        number: Number(line.number),
        type: 'RecognitionChanged',
        person,
        purpose: purpose.code,
        decision: fieldsFor(purpose, whole),
        recordedAt: line.recordedAt.toISOString(),
      }
      return { event, entry: disclosureOf(asking, 'feed', { id: randomUUID(), person, purpose, decision: whole, answer: event }) }
    })
    if (told.length > 0) await this.trail.record(told.map(({ entry }) => entry))
    return told.map(({ event }) => event)
  }

  /** Who waits is answered at once, and asks again where the next server is. */
  onModuleDestroy(): void {
    this.closing.abort()
  }

  private lines(agency: Agency, after: number, limit: number): Promise<FeedEntry[]> {
    return this.tables.source
      .getRepository(FeedEntry)
      .find({ where: { agency, number: MoreThan(String(after)) }, order: { number: 'ASC' }, take: limit })
  }

  /** Looks at once, at every hint, and a last time when the wait is over. */
  private async linesWithin({ milliseconds, gone }: Patience, look: () => Promise<FeedEntry[]>): Promise<FeedEntry[]> {
    const { database, schema } = this.tables
    const signal = AbortSignal.any([this.closing.signal, gone])
    const until = Date.now() + milliseconds
    let ring = (): void => {}
    const stop = database.listen(feedChannel(schema), () => ring())
    try {
      for (;;) {
        const heard = new Promise<void>((resolve) => (ring = resolve))
        const lines = await look()
        const left = until - Date.now()
        if (lines.length > 0 || left <= 0 || signal.aborted) return lines
        await Promise.race([heard, rest(Math.min(left, lookAgainMilliseconds), undefined, { signal }).catch(() => {})])
      }
    } finally {
      stop()
    }
  }
}

/** A hint may be missed: looking is the truth. */
const lookAgainMilliseconds = 1_000
