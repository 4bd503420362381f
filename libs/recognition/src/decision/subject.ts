import type { PlainDate } from '@concord/standards'
import type { Agreement } from '../agreements/agreement.js'
import type { Rule } from '../agreements/rule.js'
import type { Finding } from '../facts/finding.js'
import type { PersonFacts } from '../facts/person-facts.js'
import type { SourceRef } from '../facts/source-ref.js'

/** What a condition looks at: one finding under one rule, with all that is known of the person. */
export interface Subject {
  readonly facts: PersonFacts
  readonly finding: Finding
  readonly rule: Rule
  readonly lists: Agreement['lists']
}

/** Whether a condition holds, with the facts and findings it rests on. */
export interface Answer {
  readonly met: boolean
  readonly because?: readonly SourceRef[]
  readonly findings?: readonly Finding[]
}

/** One condition: whether it holds on a date, and every date on which that may change. */
export interface Check<Asked> {
  readonly holdsOn: (asked: Asked, subject: Subject, date: PlainDate) => Answer
  readonly changesOn: (asked: Asked, subject: Subject) => readonly PlainDate[]
}
