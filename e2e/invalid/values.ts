import fc from 'fast-check'
import type { Schema } from './description.js'

type Values = fc.Arbitrary<unknown>

/** A made-up identity number: wherever it is sent, it must not come back. */
export const canary = '350299194003070017'

/** Values that a schema describes, as far as JSON Schema can say; what only a rule knows (a check digit) may still be wrong. */
export const fitting = (schema: Schema): Values => {
  const branches = schema.anyOf ?? schema.oneOf
  if (branches) return fc.oneof(...branches.map(fitting))
  return schema.enum ? fc.constantFrom(...schema.enum) : fittingType(schema)
}

const fittingType = (schema: Schema): Values => {
  switch (schema.type) {
    case 'string':
      return fittingText(schema)
    case 'integer':
    case 'number':
      return fittingNumber(schema)
    case 'boolean':
      return fc.boolean()
    case 'array':
      return fittingList(schema)
    case 'object':
      return fc.record(Object.fromEntries(Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, fitting(inner)])))
    default:
      return fc.constant(null)
  }
}

const fittingNumber = ({ minimum, exclusiveMinimum = (minimum ?? 0) - 1, maximum = 100 }: Schema): Values =>
  fc.integer({ min: exclusiveMinimum + 1, max: Math.min(maximum, 1_000_000) })

const fittingText = ({ example, pattern, minLength = 0, maxLength = 20 }: Schema): Values => {
  if (example !== undefined) return fc.constant(example)
  return pattern === undefined ? fc.string({ minLength, maxLength }) : matching(pattern)
}

const matches = new Map<string, Values>()

/** A few texts for each pattern: finding one takes longer than asking about it. */
const matching = (pattern: string): Values => {
  const known = matches.get(pattern) ?? fc.constantFrom(...fc.sample(fc.stringMatching(new RegExp(pattern)), { numRuns: 5, seed: 1 }))
  matches.set(pattern, known)
  return known
}

const fittingList = ({ prefixItems, items = {}, minItems = 0, maxItems = 3 }: Schema): Values =>
  prefixItems
    ? fc.tuple(...prefixItems.map(fitting))
    : fc.array(fitting(items), { minLength: minItems, maxLength: Math.min(maxItems, minItems + 2) })

/** Values of which a schema surely says no. */
export const breaking = (schema: Schema): Values => {
  const branches = schema.anyOf ?? schema.oneOf
  if (branches) {
    const mayBeNull = branches.some(({ type }) => type === 'null')
    return fc.oneof(...branches.map(breaking)).filter((value) => !(mayBeNull && value === null))
  }
  return fc.oneof(otherType(schema), ...breakingWithinType(schema))
}

const breakingWithinType = (schema: Schema): readonly Values[] => {
  switch (schema.type) {
    case 'string':
      return [breakingText(schema)]
    case 'integer':
    case 'number':
      return [breakingNumber(schema)]
    case 'array':
      return breakingLists(schema)
    case 'object':
      return breakingObjects(schema)
    default:
      return []
  }
}

const ofEachType: readonly unknown[] = ['true', '', 0, -1, 2.5, true, false, null, [], [null], {}, { toString: 1 }]

const typeOf = (value: unknown): Schema['type'] => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  const type = typeof value
  return type === 'number' || type === 'string' || type === 'boolean' ? type : 'object'
}

const otherType = ({ type }: Schema): Values => {
  const own = type === 'integer' ? 'number' : type
  return fc.constantFrom(...ofEachType.filter((value) => typeOf(value) !== own))
}

const nasty = [
  '',
  ' ',
  '\u0000',
  '../..',
  '__proto__',
  "' OR 1=1 --",
  '2026-02-30',
  '0000-00-00',
  '９９',
  '\u202E',
  '\uD800',
  '𠮷'.repeat(50),
  'x'.repeat(5_000),
  canary,
]

const breakingText = ({ enum: allowed, pattern, minLength = 0, maxLength }: Schema): Values => {
  const isBound = allowed !== undefined || pattern !== undefined
  const isRefused = (text: string): boolean => (allowed ? !allowed.includes(text) : !new RegExp(pattern ?? '').test(text))
  const odd = [
    ...(isBound ? nasty.filter(isRefused) : []),
    ...(minLength > 0 ? [''] : []),
    ...(maxLength === undefined ? [] : ['x'.repeat(maxLength + 1), 'x'.repeat(20_000)]),
  ]
  const random = isBound ? [fc.string().filter(isRefused), fc.string({ unit: 'binary' }).filter(isRefused)] : []
  return odd.length > 0 ? fc.oneof(fc.constantFrom(...odd), ...random) : otherType({ type: 'string' })
}

const breakingNumber = ({ enum: allowed, type, minimum = 0, exclusiveMinimum = minimum - 1, maximum }: Schema): Values => {
  if (allowed) return fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !allowed.includes(number))
  const outside = [
    exclusiveMinimum,
    exclusiveMinimum - 1,
    -1e21,
    -Number.MAX_VALUE,
    ...(maximum === undefined ? [] : [maximum + 1, 1e21, Number.MAX_VALUE]),
  ]
  return fc.constantFrom(...outside, ...(type === 'integer' ? [0.5, 1e-300] : []))
}

const breakingLists = ({ prefixItems, items, minItems = 0, maxItems }: Schema): readonly Values[] => {
  const inner = prefixItems?.[0] ?? items ?? {}
  const some = fitting(inner)
  const broken = fc.tuple(fc.array(some, { maxLength: 2 }), breaking(inner)).map(([before, wrong]) => [...before, wrong])
  const tooFew = minItems > 0 ? [fc.array(some, { maxLength: minItems - 1 })] : []
  const tooMany =
    maxItems === undefined
      ? []
      : [some.map((one) => Array.from({ length: maxItems + 1 }, () => one)), fc.constant(Array.from({ length: 5_000 }, () => 0))]
  return prefixItems ? [...tooFew, ...tooMany] : [broken, ...tooFew, ...tooMany]
}

const strangeNames = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'then', '', ' ', 'ON', 'on ', canary]

const breakingObjects = (schema: Schema): readonly Values[] => {
  const { properties = {}, required = [], additionalProperties, propertyNames } = schema
  const whole = fitting(schema)
  const changed = (name: string, inner: Values): Values => fc.tuple(whole, inner).map(([object, value]) => withOwn(object, name, value))
  const broken = Object.entries(properties).map(([name, inner]) => changed(name, breaking(inner)))
  const lacking = required.map((name) =>
    whole.map((object) => Object.fromEntries(Object.entries(object as object).filter(([key]) => key !== name))),
  )
  const isClosed = additionalProperties === false || propertyNames !== undefined
  const strange = isClosed ? strangeNames.filter((name) => !Object.hasOwn(properties, name)) : []
  const extra = strange.length > 0 ? [fc.constantFrom(...strange).chain((name) => changed(name, fc.constantFrom(1, { a: 1 }, null)))] : []
  return [...broken, ...lacking, ...extra]
}

/** An own property also where its name would mean the prototype. */
const withOwn = (object: unknown, name: string, value: unknown): object =>
  Object.defineProperty({ ...(object as object) }, name, { value, enumerable: true, configurable: true })
