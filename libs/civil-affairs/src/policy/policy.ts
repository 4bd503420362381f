import { z } from 'zod'
import { plainDate } from '@concord/standards'
import inForce from './policy.json' with { type: 'json' }

/** Where a part comes from, and which of its values wait to be read against the official text. */
const origin = { source: z.string(), unconfirmed: z.array(z.string()) }

const grade = z.int().min(1).max(4)
const level = z.int().min(0).max(4)
const minimumAge = z.int().min(0)

/** 补贴种类 paid month by month. */
const subsidyKind = z.enum(['disability-living', 'disability-nursing', 'elder-nursing'])
export type SubsidyKind = z.infer<typeof subsidyKind>

/** What a place may set otherwise: data, dated, each part with its source. */
const policy = z.object({
  title: z.string(),
  inForceFrom: plainDate,
  /** 老年人能力评估 */
  assessment: z.object({
    ...origin,
    minimumAge,
    /** Whether the adjustments for a disorder and for care-risk events add up (C.4 does not say). */
    stackAdjustments: z.boolean(),
    validMonths: z.int().positive(),
    /** How early a routine assessment may replace one that is still valid. */
    routineOpensMonthsBefore: z.int().min(0),
    /** 复评 is requested within so many days of the assessment. */
    reviewWithinDays: z.int().positive(),
  }),
  /** 困难残疾人生活补贴: any one of these ways opens it. Grade 1 is the most severe. */
  disabilityLiving: z.object({
    ...origin,
    ways: z.array(z.object({ hardship: z.array(z.enum(['low-income', 'low-income-margin'])), mildestGrade: grade })),
  }),
  /** 重度残疾人护理补贴: by grade, or by a component of a lighter grade where the place says so. */
  disabilityNursing: z.object({
    ...origin,
    mildestGrade: grade,
    lighterComponents: z.array(z.object({ category: z.int().min(1).max(6), mildestGrade: grade })),
  }),
  /** 失能护理补贴 */
  elderNursing: z.object({ ...origin, minimumAge, mildestLevel: level }),
  /** 养老服务消费补贴 */
  careVoucher: z.object({ ...origin, minimumAge, mildestLevel: level, mostFenAMonth: z.int().positive() }),
  /** 不重复享受 among the subsidies paid month by month. */
  notTogether: z.object({ ...origin, pairs: z.array(z.tuple([subsidyKind, subsidyKind])) }),
})
export type Policy = z.infer<typeof policy>

/** 本市口径 in force. */
export const policyInForce: Policy = policy.parse(inForce)
