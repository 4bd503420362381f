import fc, { type Arbitrary } from 'fast-check'
import { z } from 'zod'
import { institutionCode, institutionCodeFrom } from '@concord/standards'
import type { EventContent } from '../src/wire/protobuf.js'
import { publishedMessages } from '../src/wire/published-messages.js'

/** Of each event, by its full name: anything that its contract allows. */
export const contentsOfEach = (): ReadonlyMap<string, Arbitrary<EventContent>> =>
  new Map([...publishedMessages].map(([type, { context, event, schema }]) => [type, contentsOf(context, event, schema)]))

const contentsOf = (context: string, type: string, schema: z.ZodObject): Arbitrary<EventContent> =>
  objectOf(schema).map((data) => ({ context, type, data }) as EventContent)

const objectOf = ({ shape }: z.ZodObject): Arbitrary<unknown> => {
  const fields = Object.entries<z.ZodType>(shape)
  const requiredKeys = fields.flatMap(([name, field]) => (field instanceof z.ZodOptional ? [] : [name]))
  // An event is an ordinary object; fast-check would make some without a prototype.
  return fc.record(Object.fromEntries(fields.map(([name, field]) => [name, valueOf(field)])), { requiredKeys, noNullPrototype: true })
}

const valueOf = (schema: z.ZodType): Arbitrary<unknown> => {
  if (schema instanceof z.ZodOptional) return valueOf(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodNullable) return fc.option(valueOf(schema.unwrap() as z.ZodType))
  if (schema instanceof z.ZodObject) return objectOf(schema)
  if (schema instanceof z.ZodArray) return listOf(schema)
  return leafOf(schema)
}

const listOf = (schema: z.ZodArray): Arbitrary<unknown> => {
  const { minItems = 0, maxItems = 20 } = z.toJSONSchema(schema)
  return fc.array(valueOf(schema.element as z.ZodType), { minLength: minItems, maxLength: maxItems })
}

/** Filtered, since a schema may ask more than its range or pattern says. Made once for each: one of a long pattern costs milliseconds. */
const leafOf = (schema: z.ZodType): Arbitrary<unknown> => {
  const leaf = leaves.get(schema) ?? candidatesFor(schema).filter((value) => schema.safeParse(value).success)
  leaves.set(schema, leaf)
  return leaf
}
const leaves = new Map<z.ZodType, Arbitrary<unknown>>()

const candidatesFor = (schema: z.ZodType): Arbitrary<unknown> => {
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options)
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values)
  if (schema instanceof z.ZodBoolean) return fc.boolean()
  if (schema instanceof z.ZodNumber) return fc.integer({ min: schema.minValue ?? 0, max: schema.maxValue ?? 0 })
  return textOf(schema)
}

const textOf = (schema: z.ZodType): Arbitrary<string> => {
  if (schema === institutionCode) return fc.stringMatching(/^[0-9A-HJ-NPQRTUWXY]{16}$/).map(institutionCodeFrom)
  const { pattern } = z.toJSONSchema(schema)
  if (pattern === undefined) throw new TypeError('a text of any form: say here what it may be')
  return fc.stringMatching(new RegExp(pattern))
}
