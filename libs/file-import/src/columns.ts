import { z } from 'zod'
import type { RecordKind } from './record-kind.js'

/** A column by its canonical name, as a kind's schema tells it. */
export interface Column {
  readonly name: string
  readonly required: boolean
  /** Words that the schema lists for it, when it takes no others. */
  readonly words: readonly string[]
  readonly description: string | undefined
}

/** The columns of a kind, in the order of its schema. */
export const columnsOf = ({ name: kind, row }: Pick<RecordKind, 'name' | 'row'>): readonly Column[] => {
  const shape = objectIn(row)?.shape
  if (!shape) throw new TypeError(`the rows of ${kind} are no object`)
  return Object.entries<z.ZodType>(shape).map(([name, schema]) => ({
    name,
    required: !schema.safeParse(undefined).success,
    words: wordsOf(schema),
    description: schema.meta()?.description,
  }))
}

/** What a schema reads, below what it makes of it. */
const objectIn = (schema: unknown): z.ZodObject | undefined => {
  if (schema instanceof z.ZodObject) return schema
  return schema instanceof z.ZodPipe ? objectIn(schema.in) : undefined
}

const wordsOf = (schema: unknown): readonly string[] => {
  if (schema instanceof z.ZodEnum) return schema.options.map(String)
  if (schema instanceof z.ZodOptional) return wordsOf(schema.unwrap())
  return schema instanceof z.ZodPipe ? [...wordsOf(schema.in), ...wordsOf(schema.out)] : []
}
