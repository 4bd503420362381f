import { z } from 'zod'
import { type IdentityDocument, parseIdentityDocument } from '@concord/standards'

/** 身份证件 as people write it; parsed once, at the edge. The number never appears in what is said about it. */
export const identityDocument = z
  .string()
  .max(40)
  .transform((text, context): IdentityDocument => {
    const parsed = parseIdentityDocument(text)
    if (parsed.valid) return parsed.document
    context.issues.push({ code: 'custom', message: parsed.why, input: undefined })
    return z.NEVER
  })
  .meta({ description: '居民身份证、港澳台居民居住证、外国人永久居留身份证号码', example: '350203194003070011' })
