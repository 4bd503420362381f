import { type DescField, type DescMessage, ScalarType } from '@bufbuild/protobuf'
import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { contracts, publishedMessages } from './published-messages.js'

describe.each(Object.entries(contracts))('the two contracts of %s', (context, { file, events }) => {
  it('name the same events', () => {
    const parts = new Set(file.messages.flatMap(({ fields }) => fields.map(({ message }) => message)))
    const messages = file.messages.filter((message) => !parts.has(message))
    expect(messages.map(({ name }) => name).toSorted()).toEqual(events.map(({ shape }) => shape.type.value).toSorted())
  })

  it.each([...publishedMessages.values()].filter((message) => message.context === context))(
    'tell $event by the same fields',
    ({ desc, schema }) => expect(formsOfMessage(desc)).toEqual(formsOfSchema(schema)),
  )
})

describe('two contracts of one event', () => {
  const { desc, schema } = messageOf('concord.civil_affairs.v1.ElderAbilityAssessed')
  const adjustments = ['coma', 'dementia-or-mental-disorder', 'care-risk-events'] as const
  const changed: Readonly<Record<string, z.ZodObject>> = {
    'a field that the message lacks': schema.extend({ remark: z.string().optional() }),
    'no field that the message has': schema.omit({ replaces: true }),
    'an optional field that is required in the message': schema.partial({ total: true }),
    'a required field that is optional in the message': schema.required({ replaces: true }),
    'a word that the message lacks': schema.extend({ adjustments: z.array(z.enum([...adjustments, 'age'])) }),
    'one word less': schema.extend({ adjustments: z.array(z.enum(['coma', 'care-risk-events'])) }),
    'one value for a list': schema.extend({ adjustments: z.enum(adjustments) }),
    'a text for a number': schema.extend({ total: z.string() }),
    'a number that the message cannot count': schema.extend({ total: z.int() }),
  }

  it.each(Object.entries(changed))('differ when one has %s', (_what, other) =>
    expect(formsOfSchema(other)).not.toEqual(formsOfMessage(desc)),
  )

  it('differ when a part of them differs', () => {
    const issued = messageOf('concord.disabled_persons_federation.v1.CertificateIssued')
    const other = issued.schema.extend({ components: z.array(z.object({ category: z.int32() })) })
    expect(formsOfSchema(other)).not.toEqual(formsOfMessage(issued.desc))
  })
})

describe('silence in a message', () => {
  const fields = [...publishedMessages].flatMap(([type, { schema }]) => fieldsOf(type, schema))

  it('is never taken for a text: none may be empty', () =>
    expect(fields.filter(({ field }) => field.safeParse('').success).map(({ place }) => place)).toEqual([]))

  it('has one meaning: a field that may be null is never left out, and no field of a part may be null', () =>
    expect(
      fields.filter(({ field, isOfPart }) => field.isNullable() && (field.isOptional() || isOfPart)).map(({ place }) => place),
    ).toEqual([]))
})

function messageOf(type: string) {
  const message = publishedMessages.get(type)
  if (!message) throw new Error(`${type} is no event`)
  return message
}

interface Field {
  readonly place: string
  readonly field: z.ZodType
  readonly isOfPart: boolean
}

function fieldsOf(place: string, { shape }: z.ZodObject, isOfPart = false): Field[] {
  return Object.entries<z.ZodType>(shape).flatMap(([name, field]) => {
    const part = field instanceof z.ZodArray ? field.element : field
    const parts = part instanceof z.ZodObject ? fieldsOf(`${place}.${name}`, part, true) : []
    return [{ place: `${place}.${name}`, field, isOfPart }, ...parts]
  })
}

/** What can be said of a field in both languages. */
type Form = string | { readonly list: Form } | { readonly words: readonly string[] } | { readonly fields: Forms }
interface FieldForm {
  readonly is: Form
  readonly optional: boolean
}
type Forms = Readonly<Record<string, FieldForm>>

/** The form of a message's fields, named as JSON names them. */
const formsOfMessage = ({ fields }: DescMessage): Forms =>
  Object.fromEntries(fields.map((field) => [field.jsonName, { is: formOfField(field), optional: field.proto.proto3Optional }]))

const formOfField = (field: DescField): Form => (field.fieldKind === 'list' ? { list: formOfValue(field) } : formOfValue(field))

const formOfValue = ({ enum: words, message, scalar }: DescField): Form => {
  if (message) return { fields: formsOfMessage(message) }
  if (!words) return scalar === undefined ? 'nothing' : ScalarType[scalar].toLowerCase()
  return { words: words.values.map(({ name }) => name.toLowerCase().replace(`${snakeCase(words.name)}_`, '')).toSorted() }
}

/** The same of a schema; a word is told as protobuf would write it, and zero of every set of words is `unspecified`. */
const formsOfSchema = ({ shape }: z.ZodObject): Forms =>
  Object.fromEntries(Object.entries<z.ZodType>(shape).map(([name, field]) => [name, { is: formOf(field), optional: isOptional(field) }]))

const isOptional = (field: z.ZodType): boolean => field.isOptional() || field.isNullable()

const formOf = (schema: z.ZodType): Form => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return formOf(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodObject) return { fields: formsOfSchema(schema) }
  if (schema instanceof z.ZodArray) return { list: formOf(schema.element as z.ZodType) }
  return schema instanceof z.ZodEnum || schema instanceof z.ZodLiteral ? wordsOf(schema) : leafOf(schema)
}

const leafOf = (schema: z.ZodType): Form => {
  if (schema instanceof z.ZodNumber) return isShort(schema) ? 'int32' : 'int64'
  return schema instanceof z.ZodBoolean ? 'bool' : 'string'
}

const wordsOf = (schema: z.ZodEnum | z.ZodLiteral): Form => {
  const words = schema instanceof z.ZodEnum ? schema.options : [...schema.values]
  return { words: ['unspecified', ...words.map((word) => String(word).replaceAll('-', '_'))].toSorted() }
}

const isShort = ({ minValue, maxValue }: z.ZodNumber): boolean => (minValue ?? -Infinity) >= -(2 ** 31) && (maxValue ?? Infinity) < 2 ** 31

const snakeCase = (name: string): string => name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase()
