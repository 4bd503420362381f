import fc from 'fast-check'
import type { Agency } from '@concord/access'
import { contextName } from '@concord/contracts'
import type { Parameter, Route, Schema } from './description.js'
import { breaking, canary, fitting } from './values.js'

/** A request of which the platform must say no, and what is wrong with it. */
export interface InvalidRequest {
  readonly wrong: string
  readonly method: string
  readonly address: string
  /** Whose token comes with it. */
  readonly token: Agency | 'none' | 'forged' | 'unsigned' | 'basic'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

type Requests = fc.Arbitrary<InvalidRequest>

/** Invalid requests to one route, each wrong in one way that its description names. */
export const invalidRequests = (route: Route, persons: readonly string[]): Requests => {
  const right = rightRequest(route, persons)
  return fc.oneof(
    ...wrongBodies(route, right),
    ...wrongTokens(route, right),
    ...wrongPersons(route, right),
    ...wrongQueries(route, right),
    ...wrongKeys(route, right),
    ...wrongAddresses(right),
    ...wrongMethods(route, right),
  )
}

/** Open to the agency in its address; the registry to all four. */
const callersOf = ({ path }: Route): readonly Agency[] => {
  const [, name] = path.split('/')
  const own = ([...contextName.options, 'audit'] as const).filter((agency) => agency === name)
  return own.length > 0 ? own : contextName.options
}

/** A request as the description has it: what is wrong is then wrong in one place only. */
const rightRequest = (route: Route, persons: readonly string[]): Requests => {
  const needed = route.parameters.filter(({ in: place, required }) => place === 'query' && required)
  return fc
    .record({
      token: fc.constantFrom(...callersOf(route)),
      person: fc.constantFrom(...persons),
      query: fc.tuple(...needed.map(({ schema }) => fitting(schema))),
      body: route.body ? fitting(route.body).map((body) => JSON.stringify(body)) : fc.constant(undefined),
    })
    .map(({ token, person, query, body }) => ({
      wrong: 'nothing',
      method: route.method,
      address: withQuery(
        route.path.replace('{person}', person),
        needed.map(({ name }, place) => [name, String(query[place])]),
      ),
      token,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      ...(body !== undefined && { body }),
    }))
}

const withQuery = (path: string, query: readonly (readonly [string, string])[]): string =>
  query.length === 0 ? path : `${path}?${query.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&')}`

/** The right request with something wrong. */
const spoil = <Wrong>(
  right: Requests,
  wrong: fc.Arbitrary<Wrong>,
  how: (wrong: Wrong, request: InvalidRequest) => Partial<InvalidRequest> & { wrong: string },
): Requests => fc.tuple(right, wrong).map(([request, value]) => ({ ...request, ...how(value, request) }))

const wrongBodies = ({ body }: Route, right: Requests): readonly Requests[] =>
  body === undefined
    ? []
    : [
        ...Array.from({ length: 4 }, () => spoil(right, breaking(body), (value) => ({ wrong: 'body', body: JSON.stringify(value) }))),
        spoil(right, fc.constantFrom(...notJson), (text) => ({ wrong: 'not JSON', body: text })),
        spoil(right, fc.nat(), (place, { body: text = '' }) => ({ wrong: 'cut JSON', body: text.slice(0, place % (text.length - 1)) })),
        spoil(right, fc.constantFrom(...contentTypes), (type) => ({ wrong: 'content type', headers: { 'content-type': type } })),
      ]

const notJson = [
  '',
  '{',
  '{]',
  'undefined',
  "{'on': 1}",
  '{"on":NaN}',
  '\u0000',
  '[',
  '"\\x"',
  '{"a":1}{"a":1}',
  '['.repeat(5_000),
  `{"${canary}":`,
]

const contentTypes = [
  'text/plain',
  'application/xml',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/octet-stream',
  'nonsense',
  'application/jsonx',
]

const wrongTokens = (route: Route, right: Requests): readonly Requests[] => {
  if (!route.needsToken) return []
  const strangers = ([...contextName.options, 'audit'] as const).filter((agency) => !callersOf(route).includes(agency))
  return [
    spoil(right, fc.constantFrom(...strangers, 'none', 'forged', 'unsigned', 'basic'), (token) => ({ wrong: `token: ${token}`, token })),
  ]
}

const wrongPersons = ({ path }: Route, right: Requests): readonly Requests[] =>
  path.includes('{person}')
    ? [
        spoil(right, fc.constantFrom(...notPersons), (person, { address }) => ({
          wrong: 'person',
          address: address.replace(/(?<=persons\/)[^/?]+/, encodeURIComponent(person)),
        })),
      ]
    : []

const notPersons = [
  canary,
  'A'.repeat(32),
  'a'.repeat(31),
  'a'.repeat(33),
  'g'.repeat(32),
  '__proto__',
  '../../audit',
  '\u0000',
  '%',
  "' OR 1=1",
  '残疾',
  'a'.repeat(3_000),
  `${'a'.repeat(32)}\n`,
  'null',
]

const wrongQueries = ({ parameters }: Route, right: Requests): readonly Requests[] => {
  const query = parameters.filter(({ in: place }) => place === 'query')
  if (query.length === 0) return []
  const broken = query.map((one) =>
    spoil(right, breakingQuery(one.schema), (value, { address }) => ({ wrong: `query ${one.name}`, address: asked(address, one, value) })),
  )
  const missing = query.some(({ required }) => required)
    ? [right.map((request) => ({ ...request, wrong: 'query missing', address: request.address.split('?')[0] ?? '' }))]
    : []
  const unknown = spoil(
    right,
    fc.constantFrom('__proto__', 'constructor', 'toString', 'Purpose', 'limit[]', canary),
    (name, { address }) => ({
      wrong: 'unknown query',
      address: `${address}${address.includes('?') ? '&' : '?'}${name}=1`,
    }),
  )
  return [...broken, ...missing, unknown]
}

/** In an address everything is text: what breaks a number is a text that is none, or out of its bounds. */
const breakingQuery = (schema: Schema): fc.Arbitrary<string> => {
  if (schema.type !== 'integer') return breaking({ ...schema, type: 'string' }).filter((value) => typeof value === 'string')
  const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER } = schema
  return fc.constantFrom('x', 'NaN', 'Infinity', '0.5', '1,000', '１', '-1', '1e999', String(minimum - 1), String(BigInt(maximum) + 1n))
}

const asked = (address: string, { name }: Parameter, value: string): string => {
  const [path = '', query = ''] = address.split('?')
  const others = query.split('&').filter((one) => one !== '' && !one.startsWith(`${name}=`))
  return `${withQuery(path, [[name, value]])}${others.map((one) => `&${one}`).join('')}`
}

const wrongKeys = ({ parameters }: Route, right: Requests): readonly Requests[] =>
  parameters.some(({ name }) => name === 'Idempotency-Key')
    ? [
        spoil(right, fc.constantFrom('', 'two words', 'x'.repeat(201), 'é', '\t'), (key, { headers }) => ({
          wrong: 'Idempotency-Key',
          headers: { ...headers, 'idempotency-key': key },
        })),
      ]
    : []

/** What no address may hold, or more than any may. */
const wrongAddresses = (right: Requests): readonly Requests[] => [
  spoil(right, fc.constantFrom('/%zz', '%ff', '/', `?${'x'.repeat(20_000)}`, `/${canary}`), (end, { address }) => ({
    wrong: 'address',
    address: `${address.split('?')[0]}${end}`,
  })),
]

const wrongMethods = ({ known }: Route, right: Requests): readonly Requests[] => {
  const unknown = ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'QUERY'].filter((method) => !known.includes(method))
  return [spoil(right, fc.constantFrom(...unknown), (method) => ({ wrong: 'method', method }))]
}
