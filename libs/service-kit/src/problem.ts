import { z } from 'zod'
import type { Sentence } from '@concord/decider'

/** RFC 9457 problem details. `type` ends in the stable slug; what a program branches on is the slug, never the sentence. */
export const problemDetails = z
  .object({
    type: z.string().describe('/problems/<slug>'),
    status: z.int().min(400).max(599),
    slug: z.string().regex(/^[a-z0-9-]+$/),
    title: z.string().describe('English'),
    titleZh: z.string().describe('中文'),
    errors: z.array(z.object({ path: z.string(), en: z.string(), zh: z.string() })).optional(),
    requestId: z.string(),
  })
  .meta({ id: 'ProblemDetails' })
export type ProblemDetails = z.infer<typeof problemDetails>

/** Thrown at the edge, never in a core: the answer is these problem details. */
export class Problem extends Error {
  override readonly name = 'Problem'
  constructor(
    readonly status: number,
    readonly slug: string,
    readonly sentence: Sentence,
    readonly errors?: ProblemDetails['errors'],
  ) {
    super(sentence.en)
  }
}

export const problemContent = 'application/problem+json; charset=utf-8'

/** What the caller is told. */
export const detailsOf = ({ status, slug, sentence, errors }: Problem, requestId: string): ProblemDetails => ({
  type: `/problems/${slug}`,
  status,
  slug,
  title: sentence.en,
  titleZh: sentence.zh,
  requestId,
  ...(errors && { errors }),
})
