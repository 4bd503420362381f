import { z } from 'zod'
import { type Source, source } from '../source/source.js'
import data from './identity.json' with { type: 'json' }

/** What the forms of identity numbers, certificate numbers and institution codes rest on. */
export const identitySources: readonly Source[] = Object.values(
  z.strictObject({ sources: z.record(z.string(), source) }).parse(data).sources,
)
