import { z } from 'zod'

/** As much of JSON Schema as the platform's description uses. */
export interface Schema {
  readonly type?: 'string' | 'number' | 'integer' | 'boolean' | 'array' | 'object' | 'null'
  readonly enum?: readonly (string | number)[]
  readonly example?: string
  readonly pattern?: string
  readonly format?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly minItems?: number
  readonly maxItems?: number
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | Schema
  readonly propertyNames?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly $ref?: string
}

const schema = z.custom<Schema>((value) => typeof value === 'object' && value !== null)
const parameter = z.object({ name: z.string(), in: z.enum(['path', 'query', 'header']), required: z.boolean().optional(), schema })
const operation = z.object({
  parameters: z.array(parameter).default([]),
  requestBody: z.object({ content: z.object({ 'application/json': z.object({ schema }) }) }).optional(),
  security: z.array(z.unknown()).optional(),
})
const description = z.object({ paths: z.record(z.string(), z.record(z.string(), operation)) })

export type Parameter = z.infer<typeof parameter>

/** One address with one method. */
export interface Route {
  readonly method: string
  readonly path: string
  /** Every method that this address knows. */
  readonly known: readonly string[]
  readonly parameters: readonly Parameter[]
  readonly body: Schema | undefined
  readonly needsToken: boolean
}

/** Every route that the running platform describes. */
export const routesOf = (openApi: unknown): readonly Route[] =>
  Object.entries(description.parse(openApi).paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { parameters, requestBody, security }]) => ({
      method: method.toUpperCase(),
      path,
      known: Object.keys(operations).map((name) => name.toUpperCase()),
      parameters,
      body: requestBody?.content['application/json'].schema,
      needsToken: security !== undefined,
    })),
  )
