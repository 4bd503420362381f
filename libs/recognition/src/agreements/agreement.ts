import { z } from 'zod'
import { assessorId, contextName } from '@concord/contracts'
import { institutionCode, plainDate } from '@concord/standards'
import { code, rule } from './rule.js'

/** The parts of a decision that a purpose may see. */
export const decisionField = z.enum(['outcome', 'acceptedAs', 'until', 'missing', 'nextChangeOn', 'basis'])

/** 用途: what a consumer agency needs an answer for. */
export const purpose = z.strictObject({
  code,
  zh: z.string().min(1),
  en: z.string().min(1),
  owner: contextName,
  legalBasis: z.string().min(1),
  fields: z.array(decisionField).min(1),
})
export type Purpose = z.infer<typeof purpose>

/** Suspended, resumed or terminated from a date on, by a party; `recordedAt` is when the registry learned it. */
const standingChange = z.strictObject({
  to: z.enum(['suspended', 'in-force', 'terminated']),
  on: plainDate,
  by: contextName,
  recordedAt: z.iso.datetime(),
})

/** Lists that the parties keep together, for the conditions that name them. An absent list meets no condition. */
const lists = z.strictObject({
  jointPool: z.array(assessorId).optional(),
  contractedInstitutions: z
    .array(z.strictObject({ institution: institutionCode, from: plainDate, until: plainDate.optional() }))
    .optional(),
  careProviders: z.array(institutionCode).optional(),
})

/**
 * 互认协议, one version that every party endorsed: the parties, what they accept for which purpose, and the period. A newer version
 * takes the place of the older one from its own first day.
 */
export const agreement = z
  .strictObject({
    id: code,
    version: z.int().positive(),
    zh: z.string().min(1),
    en: z.string().min(1),
    /** What kind of paper this is, said to everyone who reads a decision made under it. */
    mark: z.string().min(1),
    parties: z.array(contextName).min(2),
    /** First and last day. */
    period: z.strictObject({ from: plainDate, until: plainDate }),
    /** When the registry learned that this version takes effect. */
    recordedAt: z.iso.datetime(),
    changes: z.array(standingChange),
    purposes: z.array(purpose).min(1),
    lists,
    rules: z.array(rule).min(1),
  })
  .superRefine(({ purposes, rules, parties, period }, context) => {
    const wrong = (path: (string | number)[], message: string): void => context.addIssue({ code: 'custom', path, message })
    const codes = new Set(purposes.map(({ code }) => code))
    if (codes.size < purposes.length) wrong(['purposes'], 'a purpose is written twice')
    if (new Set(rules.map(({ id }) => id)).size < rules.length) wrong(['rules'], 'a rule id is written twice')
    if (period.until < period.from) wrong(['period'], 'ends before it begins')
    for (const [place, { owner }] of purposes.entries()) if (!parties.includes(owner)) wrong(['purposes', place, 'owner'], 'is no party')
    for (const [place, { purpose }] of rules.entries())
      if (!codes.has(purpose)) wrong(['rules', place, 'purpose'], 'is no purpose of this agreement')
  })
export type Agreement = z.infer<typeof agreement>
