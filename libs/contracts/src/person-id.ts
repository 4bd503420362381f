import { z } from 'zod'

/**
 * 人员标识: a keyed hash of a person's canonical identity document, 32 hexadecimal digits. Says nothing about the person to
 * whoever lacks the key, and is the same for everyone who has it.
 */
export const personId = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .brand<'PersonId'>()
export type PersonId = z.infer<typeof personId>
