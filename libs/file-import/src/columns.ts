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

/** The columns of a kind, in the order of its schema. Where rows have several forms, a column is required when every form has it. */
export const columnsOf = ({ name: kind, row }: Pick<RecordKind, 'name' | 'row'>): readonly Column[] => {
  const forms = formsIn(row)
  if (forms.length === 0) throw new TypeError(`the rows of ${kind} are no objects`)
  const names = [...new Set(forms.flatMap((form) => Object.keys(form)))]
  return names.map((name) => {
    const schemas = forms.map((form) => form[name])
    const present = schemas.filter((schema) => schema !== undefined)
    return {
      name,
      required: schemas.every((schema) => schema?.safeParse(undefined).success === false),
      words: [...new Set(present.flatMap(wordsOf))],
      description: present.map((schema) => schema.meta()?.description).find((text) => text !== undefined),
    }
  })
}

type Form = Readonly<Record<string, z.ZodType>>

/** The objects that a schema reads, below what it makes of them. */
const formsIn = (schema: unknown): readonly Form[] => {
  if (schema instanceof z.ZodObject) return [schema.shape]
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(formsIn)
  return schema instanceof z.ZodPipe ? formsIn(schema.in) : []
}

const wordsOf = (schema: unknown): readonly string[] => {
  if (schema instanceof z.ZodEnum) return schema.options.map(String)
  if (schema instanceof z.ZodLiteral) return [...schema.values].map(String)
  if (schema instanceof z.ZodOptional) return wordsOf(schema.unwrap())
  return schema instanceof z.ZodPipe ? [...wordsOf(schema.in), ...wordsOf(schema.out)] : []
}
