import { z } from 'zod'
import { gbt42195Assessment, scoreGbt42195 } from '../gbt-42195-2022/gbt-42195-2022.js'
import { parseCertificateNumber } from '../identity/certificate-number.js'
import { parseIdentityDocument } from '../identity/identity-document.js'
import { parseInstitutionCode } from '../identity/institution-code.js'
import { ltci2021Items, scoreLtci2021 } from '../ltci-2021/ltci-2021.js'

/** What a file of cases may be scored by. */
export const scorableStandards = ['ltci-2021', 'gbt-42195-2022', 'identity'] as const
export type ScorableStandard = (typeof scorableStandards)[number]

export interface UnreadableCase {
  /** Counted from 1. */
  readonly case: number
  readonly reason: string
}

/** One result a case, in order; or, if any case cannot be read, no results and every such case with its reason. */
export type ScoredCases = { readonly results: readonly unknown[] } | { readonly unreadable: readonly UnreadableCase[] }

export const scoreCases = (standard: ScorableStandard, cases: readonly unknown[]): ScoredCases => {
  const scored = cases.map((given, place) => scorers[standard](given, place + 1))
  const unreadable = scored.filter((one) => 'reason' in one)
  return unreadable.length > 0 ? { unreadable } : { results: scored.filter((one) => 'result' in one).map(({ result }) => result) }
}

const scorer =
  <Case>(schema: z.ZodType<Case>, score: (given: Case) => object) =>
  (given: unknown, number: number): { readonly result: object } | UnreadableCase => {
    const read = schema.safeParse(given)
    return read.success ? { result: score(read.data) } : { case: number, reason: reasonOf(read.error) }
  }

/** What the first thing that does not fit is, and where. */
const reasonOf = ({ issues: [issue] }: z.ZodError): string => {
  if (issue === undefined) return 'it does not fit'
  return issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message
}

const parsers = { 'resident-id': parseIdentityDocument, certificate: parseCertificateNumber, uscc: parseInstitutionCode }

const kinds = z.enum(['resident-id', 'certificate', 'uscc'], 'must be resident-id, certificate or uscc')

/** A case may say more than is asked, such as what is expected of it. */
const scorers = {
  'ltci-2021': scorer(z.object(ltci2021Items.shape, 'a case is an object'), (items) => {
    const { adl, cognition, perception, grade } = scoreLtci2021(items)
    return { adl, cognition, perception, grade }
  }),
  'gbt-42195-2022': scorer(z.object(gbt42195Assessment.shape, 'a case is an object'), (assessment) => {
    const { total, preliminary, level, levelWithoutStacking } = scoreGbt42195(assessment)
    return { total, preliminary, level, levelWithoutStacking }
  }),
  identity: scorer(z.object({ kind: kinds, value: z.string('must be a text') }, 'a case is an object'), ({ kind, value }) => {
    const parsed = parsers[kind](value)
    return parsed.valid ? { valid: true } : { valid: false, why: parsed.why }
  }),
}
