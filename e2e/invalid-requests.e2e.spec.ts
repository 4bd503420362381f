import { beforeAll, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { z } from 'zod'
import { monthsAgo } from './city/calendar.js'
import { journeysInOneCity } from './city/journeys-in-one-city.js'
import { type Route, routesOf } from './invalid/description.js'
import { type InvalidRequest, invalidRequests } from './invalid/requests.js'
import { canary } from './invalid/values.js'

const { city, someoneAged, healthcareSecurity, civilAffairs, federation, health, registry } = journeysInOneCity()

/** A run that failed is told again with its seed: CONCORD_SEED=… npm test -- e2e/invalid-requests */
const seed = Number(process.env['CONCORD_SEED'] ?? Date.now() % 2 ** 31)
const requestsARoute = 100

describe('invalid requests, a hundred a route, made from the description', () => {
  it('are answered with problem details that repeat nothing, and write nothing', async () => {
    const before = await rows()
    expect(Object.values(before).every((count) => count > 0)).toBe(true)

    const wrong: AnsweredWrongly[] = []
    for (const route of routes) {
      const requests = fc.sample(invalidRequests(route, persons), { numRuns: requestsARoute, seed })
      wrong.push(...(await Promise.all(requests.map(answeredWrongly))).flat())
    }
    expect({ seed, answeredWrongly: oneOfEachKind(wrong) }).toEqual({ seed, answeredWrongly: {} })
    expect(await rows()).toEqual(before)
  }, 120_000)

  it('leave out the probes and the metrics alone, which take nothing', () =>
    expect(exempt.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /metrics', 'GET /health/live', 'GET /health/ready']))

  it('are not needed to make it fail: what the description allows and nobody means is answered too', async () => {
    const asked = [
      ...['0000-01-01T00:00:00Z', '9999-12-31T23:59:59-23:59', '2026-06-30T23:59:59+23:59'].flatMap((instant) => [
        `/audit/v1/entries?from=${encodeURIComponent(instant)}`,
        `/audit/v1/entries?until=${encodeURIComponent(instant)}`,
      ]),
      ...['purpose=%00', 'outcome=%00', 'purpose=%F0%9F', 'after=%00', 'after=99999999999999999999'].map(
        (query) => `/audit/v1/entries?${query}`,
      ),
    ]
    for (const address of asked)
      expect({ address, status: (await city().get('audit', address)).status < 500 }).toEqual({ address, status: true })
    const [person = ''] = persons
    for (const asOf of ['0000-01-01', '1582-10-10', '9999-12-31'])
      for (const knownAt of ['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z']) {
        const question = { person, purpose: 'home-health-service', asOf, knownAt }
        expect(await city().post('health', '/registry/v1/lookups', question)).toMatchObject({ status: 200 })
      }
  })

  let routes: readonly Route[]
  let exempt: readonly Route[]
  let persons: readonly string[]
  beforeAll(async () => {
    const all = routesOf(await (await city().fetch('/api/openapi.json')).json())
    exempt = all.filter(({ needsToken }) => !needsToken)
    routes = all.filter(({ needsToken }) => needsToken)
    const known = await someoneAged(80)
    await healthcareSecurity.enrols(known, monthsAgo(40))
    await healthcareSecurity.gradesSevere(known, monthsAgo(6))
    await civilAffairs.opensFile(known, monthsAgo(20))
    await federation.issuesCertificate(known, 2, monthsAgo(14))
    await health.opensRecord(known, monthsAgo(20))
    await registry.decides(known, 'elder-nursing-subsidy')
    persons = [known.person, '0'.repeat(32)]
  })
})

interface AnsweredWrongly {
  readonly request: InvalidRequest
  readonly status: number
  readonly answer: string
}

const answeredWrongly = async (request: InvalidRequest): Promise<readonly AnsweredWrongly[]> => {
  const { method, address, token, body } = request
  const headers = { ...request.headers, ...(await authorization(token)) }
  const answer = await city().fetch(address, { method, headers, ...(body !== undefined && { body }) })
  const text = await answer.text()
  const isRefused = answer.status >= 400 && answer.status < 500 && isProblem(answer, text) && !text.includes(canary)
  return isRefused ? [] : [{ request, status: answer.status, answer: text.slice(0, 500) }]
}

/** A defect shows at every route: one example of each tells enough. */
const oneOfEachKind = (wrong: readonly AnsweredWrongly[]): object =>
  Object.fromEntries(
    [...Map.groupBy(wrong, ({ request, status }) => `${request.wrong} is answered with ${status}`)].map(([kind, [example, ...others]]) => [
      `${kind}, ${1 + others.length} times`,
      {
        ...example,
        request: { ...example?.request, body: example?.request.body?.slice(0, 500), address: example?.request.address.slice(0, 200) },
      },
    ]),
  )

/** RFC 9457, with a slug for programs and a sentence for people of either language. */
const problemDetails = z.strictObject({
  type: z.string(),
  status: z.int(),
  slug: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string().min(1),
  titleZh: z.string().regex(/\p{Script=Han}/u),
  errors: z.array(z.strictObject({ path: z.string(), en: z.string().min(1), zh: z.string().min(1) })).optional(),
  requestId: z.uuid(),
})

const isProblem = ({ status, headers }: Response, text: string): boolean => {
  if (!headers.get('content-type')?.startsWith('application/problem+json')) return false
  const { data } = problemDetails.safeParse(JSON.parse(text))
  return data?.status === status && data.type === `/problems/${data.slug}`
}

const authorization = async (token: InvalidRequest['token']): Promise<Record<string, string>> => {
  const right = await city().tokenOf('audit')
  const [, payload = ''] = right.split('.')
  switch (token) {
    case 'none':
      return {}
    case 'forged':
      return { authorization: `Bearer ${right.slice(0, -6)}AAAAAA` }
    case 'unsigned':
      return { authorization: `Bearer ${Buffer.from('{"alg":"none"}').toString('base64url')}.${payload}.AA` }
    case 'basic':
      return { authorization: 'Basic YTpi' }
    default:
      return { authorization: `Bearer ${await city().tokenOf(token)}` }
  }
}

/** Everything that is ever written, counted. */
const tables = [
  'healthcare_security.events',
  'civil_affairs.events',
  'disabled_persons_federation.events',
  'health.events',
  'published_log.published',
  'registry.facts',
  'registry.decisions',
  'registry.feed',
  'audit.entries',
]

const rows = async (): Promise<Record<string, number>> => {
  const counts = tables.map((table) => `(SELECT count(*)::int FROM ${table}) AS "${table}"`)
  const { rows } = await city().city.database.pool.query<Record<string, number>>(`SELECT ${counts.join(', ')}`)
  return rows[0] ?? {}
}
