import { randomUUID } from 'node:crypto'
import { Inject } from '@nestjs/common'
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs'
import { AUDIT_TRAIL, type AuditTrail } from '@concord/audit-trail'
import type { PublishedEvent } from '@concord/contracts'
import { PERSON_IDS, type PersonId, type PersonIds } from '@concord/identity'
import { type Agreement, decide, type Decision, explain } from '@concord/recognition'
import { dateInChina } from '@concord/standards'
import { linksTo } from '@concord/telemetry'
import { type Asking, disclosureOf, sourcesOf } from '../disclosing/disclosure.js'
import { AGREEMENTS, fieldsFor, purposeFor } from '../disclosing/purposes.js'
import { FACTS, type Facts } from '../facts/facts.js'
import type { Lookup, LookupAnswer } from './lookup.schema.js'

/** Several lookups of one caller, answered in their order. */
export class AnswerLookups extends Query<readonly LookupAnswer[]> {
  constructor(
    readonly lookups: readonly Lookup[],
    readonly asking: Asking,
  ) {
    super()
  }
}

@QueryHandler(AnswerLookups)
export class AnswerLookupsHandler implements IQueryHandler<AnswerLookups> {
  constructor(
    @Inject(FACTS) private readonly facts: Facts,
    @Inject(AGREEMENTS) private readonly agreements: readonly Agreement[],
    @Inject(PERSON_IDS) private readonly personIds: PersonIds,
    @Inject(AUDIT_TRAIL) private readonly trail: AuditTrail,
  ) {}

  /** Authorise, wait, read, decide, record; only then the answers may leave. */
  async execute({ lookups, asking }: AnswerLookups): Promise<readonly LookupAnswer[]> {
    const authorised = lookups.map((lookup) => ({
      lookup,
      purpose: purposeFor(this.agreements, lookup.purpose, asking.caller),
      person: this.personOf(lookup),
    }))
    await Promise.all(authorised.map(({ lookup: { after }, person }) => this.facts.waitFor(person, after ?? {})))
    const answered = await Promise.all(
      authorised.map(async ({ lookup, purpose, person }) => {
        const events = await this.facts.of(person)
        const { decision, ...asked } = this.decide(lookup, person, events, asking)
        const id = randomUUID()
        const explanation = purpose.fields.includes('basis') ? explain(decision) : null
        const answer = { ...asked, decision: fieldsFor(purpose, decision), explanation, disclosure: id }
        const entry = disclosureOf(asking, 'lookup', { id, person, purpose, decision, answer })
        return { entry, answer, traces: tracesBehind(decision, events) }
      }),
    )
    asking.span?.addLinks(linksTo(answered.flatMap(({ traces }) => traces)))
    await this.trail.record(answered.map(({ entry }) => entry))
    return answered.map(({ answer }) => answer)
  }

  private decide({ purpose, asOf, knownAt }: Lookup, person: PersonId, events: readonly PublishedEvent[], { at }: Asking) {
    const question = { purpose, asOf: asOf ?? dateInChina(at) }
    const decision = decide(events, this.agreements, knownAt === undefined ? question : { ...question, knownAt })
    return { person, ...question, knownAt: knownAt ?? null, decision }
  }

  private personOf({ document, person }: Lookup): PersonId {
    if (person !== undefined) return person
    if (document !== undefined) return this.personIds.of(document)
    throw new TypeError('a lookup without a person passed validation')
  }
}

/** From the answer to whoever brought what it rests on: the traces of those events. */
const tracesBehind = (decision: Decision, events: readonly PublishedEvent[]): readonly (string | undefined)[] =>
  sourcesOf(decision).map((source) => events.find(({ id }) => id === source.id)?.trace)
