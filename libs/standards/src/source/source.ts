import { z } from 'zod'
import { plainDate } from '../calendar/plain-date.js'

/** Where a table of this library comes from: heads every data file. */
export const source = z.strictObject({
  title: z.string().min(1),
  /** 文号 or standard number. */
  number: z.string().min(1),
  /** The part of the document that the data file holds. */
  clause: z.string().min(1),
  issuedOn: plainDate.optional(),
  inForceFrom: plainDate.optional(),
  /** What must be read against the official text before real persons depend on it. */
  unconfirmed: z.array(z.string().min(1)),
  /** What the text itself leaves open, and what Concord does meanwhile. */
  open: z.array(z.string().min(1)),
})
export type Source = z.infer<typeof source>
