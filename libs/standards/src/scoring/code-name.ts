import { z } from 'zod'

/** A code of a standard, and what it is called. */
export const codeName = z.strictObject({ code: z.int(), zh: z.string().min(1), en: z.string().min(1) })
export type CodeName = Readonly<z.infer<typeof codeName>>
