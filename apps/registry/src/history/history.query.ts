import { Inject } from '@nestjs/common'
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs'
import { AUDIT_TRAIL, type AuditTrail } from '@concord/audit-trail'
import type { PersonId } from '@concord/identity'
import { type Agreement, type Decision, history, type SourceRef } from '@concord/recognition'
import { dateInChina, type PlainDate } from '@concord/standards'
import { type Asking, disclosureOf } from '../disclosing/disclosure.js'
import { AGREEMENTS, fieldsFor, purposeFor } from '../disclosing/purposes.js'
import { FACTS, type Facts } from '../facts/facts.js'

/** An answer as it was given from a day on. */
export interface AnswerThen {
  readonly from: PlainDate
  readonly knownAt: string
  readonly decision: Partial<Decision>
  readonly because: readonly SourceRef[]
}

export class TellHistory extends Query<readonly AnswerThen[]> {
  constructor(
    readonly person: PersonId,
    readonly purpose: string,
    readonly asking: Asking,
  ) {
    super()
  }
}

@QueryHandler(TellHistory)
export class TellHistoryHandler implements IQueryHandler<TellHistory> {
  constructor(
    @Inject(FACTS) private readonly facts: Facts,
    @Inject(AGREEMENTS) private readonly agreements: readonly Agreement[],
    @Inject(AUDIT_TRAIL) private readonly trail: AuditTrail,
  ) {}

  async execute({ person, purpose: code, asking }: TellHistory): Promise<readonly AnswerThen[]> {
    const purpose = purposeFor(this.agreements, code, asking.caller)
    const entries = history(await this.facts.of(person), this.agreements, code, dateInChina(asking.at))
    const maySeeBasis = purpose.fields.includes('basis')
    const answer = entries.map(({ decision, because, ...when }) => ({
      ...when,
      decision: fieldsFor(purpose, decision),
      because: maySeeBasis ? because : [],
    }))
    const last = entries.at(-1)?.decision ?? nothingKnown
    await this.trail.record([disclosureOf(asking, 'history', { person, purpose, decision: last, answer })])
    return answer
  }
}

const nothingKnown: Decision = { outcome: 'unknown', basis: { rule: 'no-finding', findings: [], circumstances: [] }, missing: ['finding'] }
