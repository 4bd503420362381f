import { randomUUID } from 'node:crypto'
import { Inject } from '@nestjs/common'
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs'
import { AUDIT_TRAIL, type AuditTrail } from '@concord/audit-trail'
import type { PersonId } from '@concord/identity'
import { type Agreement, type Decision, history, type HistoryEntry, type Purpose, type SourceRef } from '@concord/recognition'
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

export class TellHistory extends Query<{ readonly history: readonly AnswerThen[] }> {
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

  async execute({ person, purpose: code, asking }: TellHistory): Promise<{ readonly history: readonly AnswerThen[] }> {
    const purpose = purposeFor(this.agreements, code, asking.caller)
    const entries = history(await this.facts.of(person), this.agreements, code, dateInChina(asking.at))
    const answer = { history: toldOf(purpose, entries) }
    const decision = entries.at(-1)?.decision ?? nothingKnown
    await this.trail.record([disclosureOf(asking, 'history', { id: randomUUID(), person, purpose, decision, answer })])
    return answer
  }
}

/**
 * What the purpose may see of a history. A record that changes nothing in sight must not show as a line that repeats the one before it,
 * nor one that found nothing as a first line: either would tell that somebody recorded something, and when.
 */
const toldOf = (purpose: Purpose, entries: readonly HistoryEntry[]): readonly AnswerThen[] => {
  const maySeeBasis = purpose.fields.includes('basis')
  const first = entries.findIndex(restsOnSomething)
  return entries
    .slice(first < 0 ? entries.length : first)
    .map(({ decision, because, ...when }) => ({ ...when, decision: fieldsFor(purpose, decision), because: maySeeBasis ? because : [] }))
    .filter((told, place, all) => answerIn(told) !== answerIn(all[place - 1]))
}

const restsOnSomething = ({ decision: { basis } }: HistoryEntry): boolean => basis.findings.length + basis.circumstances.length > 0

/** When it will be asked again is no part of an answer. */
const answerIn = (told: AnswerThen | undefined): string | undefined => told && JSON.stringify({ ...told.decision, nextChangeOn: undefined })

const nothingKnown: Decision = { outcome: 'unknown', basis: { rule: 'no-finding', findings: [], circumstances: [] }, missing: ['finding'] }
