import { randomUUID } from 'node:crypto'
import type { Agency } from '@concord/access'
import { contextName } from '@concord/contracts'
import { institutionCodeFrom } from '@concord/standards'
import { monthsAgo } from '../city/calendar.js'
import { spellings } from './canaries.js'

/** A request as it is sent. Without a sender it carries no token of ours. */
export interface Sent {
  readonly as?: Agency
  readonly method: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

const json = { 'content-type': 'application/json' }
const form = { 'content-type': 'application/x-www-form-urlencoded' }

const post = (as: Agency, path: string, body: unknown, headers: Sent['headers'] = {}): Sent => ({
  as,
  method: 'POST',
  path,
  headers: { ...json, ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

const get = (as: Agency, path: string, headers: Sent['headers'] = {}): Sent => ({ as, method: 'GET', path, headers })

const on = monthsAgo(1)
const institution = institutionCodeFrom('12350299MB202100')

/** The first contact of each agency: where a document belongs. */
const registrations = (certificateId: string, document: string): readonly Sent[] => [
  post('healthcare-security', '/healthcare-security/v1/persons', { document, on, insuredRegion: '350299', insurance: 'resident' }),
  post('civil-affairs', '/civil-affairs/v1/persons', { document, on, householdRegion: '350299', residenceRegion: '350299' }),
  post('disabled-persons-federation', '/disabled-persons-federation/v1/persons', {
    document,
    certificateId,
    on,
    householdRegion: '350299',
  }),
  post('health', '/health/v1/persons', { document, on, residenceRegion: '350299' }),
]

const reportFall = (person: string, headers: Sent['headers']): Sent =>
  post('health', `/health/v1/persons/${person}/falls/report`, { fallId: randomUUID(), on }, headers)

/** What a caller may take for a trace's id: all that such an id has room for. */
const tracesNamedAfter = (number: string): readonly string[] => {
  const digits = number.slice(0, 17)
  return [digits.padEnd(32, 'a'), digits.padStart(32, '0'), `${digits}${number.slice(2, 17)}`].map((id) => `00-${id}-${'a3'.repeat(8)}-01`)
}

const purpose = 'home-health-service'
const lookup = (asked: object): Sent => post('health', '/registry/v1/lookups', { purpose, ...asked })

/** Requests that the platform takes: the number where it belongs, in every spelling; and in keys of commands, where nobody forbids it. */
export const rightWays = (number: string, person: string): readonly Sent[] => {
  const certificateId = randomUUID()
  return [
    ...spellings(number).flatMap((document) => [
      ...registrations(certificateId, document),
      lookup({ document }),
      post('health', '/registry/v1/lookups:batch', { lookups: [{ document, purpose }] }),
      post('health', '/registry/v1/persons/identify', { document }),
    ]),
    ...[number, number.slice(0, 17), `record-${number}`].map((key) => reportFall(person, { 'idempotency-key': key })),
    ...tracesNamedAfter(number).map((trace) =>
      reportFall(person, { traceparent: trace, tracestate: `a=${number}`, baggage: `a=${number}` }),
    ),
  ]
}

const wrongBodies = (number: string): readonly Sent[] => [
  ...[
    { purpose: number },
    { [number]: number },
    { asOf: number },
    { knownAt: number },
    { after: { [number]: '1' } },
    { person: number },
  ].map((wrong) => lookup({ document: number, ...wrong })),
  ...[`${number}1`, number.slice(0, 17), `${number.slice(0, 17)}Y`, { number }, [number], Number.parseInt(number)].map((document) =>
    lookup({ document }),
  ),
  post('health', '/registry/v1/lookups:batch', { lookups: [{ document: number, purpose: number }], [number]: [] }),
  post('health', '/registry/v1/persons/identify', { document: number, [number]: 1 }),
  post('health', '/registry/v1/lookups', `{"document":"${number}"`),
  post('health', '/registry/v1/lookups', `{"document":"${number}","__proto__":{"${number}":1}}`),
  ...[number, `"${number}"`, `["${number}"]`, `{"${number}":`, 'null'].map((body) => post('health', '/health/v1/persons', body)),
  post('health', '/health/v1/persons', number, { 'content-type': 'text/plain' }),
  post('health', '/health/v1/persons', `document=${number}`, form),
  post('health', '/health/v1/persons', `{"document":"${number}"}`, { 'content-type': `application/${number}` }),
  post('health', '/health/v1/persons', { document: number, on: number, residenceRegion: number, bornOn: number }),
]

/** A record of somebody, with the number in a field of its own. */
const wrongRecords = (number: string, person: string): readonly Sent[] => [
  post('health', `/health/v1/persons/${person}/diagnoses/record`, { diagnosisId: number, code: 'F00', on, bySpecialist: true }),
  post('health', `/health/v1/persons/${person}/diagnoses/record`, { diagnosisId: randomUUID(), code: number, on, bySpecialist: true }),
  post('health', `/health/v1/persons/${person}/home-sickbed/open`, { on, institution: number }),
  post('civil-affairs', `/civil-affairs/v1/persons/${person}/ability-assessment/conclude`, {
    assessmentId: randomUUID(),
    on,
    items: Array.from({ length: 26 }, () => 0),
    reason: 'first',
    coma: false,
    dementiaOrMentalDisorder: false,
    careRiskEvents30Days: 0,
    institution,
    assessors: [number, 'B-2'],
    onSite: true,
    lateRecord: false,
  }),
  post('healthcare-security', `/healthcare-security/v1/persons/${person}/ltci-grading/apply`, {
    assessmentId: number,
    on,
    kind: 'first',
    selfAssessmentWaived: true,
  }),
]

const wrongAddresses = (number: string): readonly Sent[] => [
  ...contextName.options.flatMap((context) => [
    get(context, `/${context}/v1/persons/${number}`),
    post(context, `/${context}/v1/persons/${number}/${number}`, {}),
  ]),
  get('health', `/health/v1/persons/${number}/health-record`),
  get('health', `/health/v1/persons/${number.repeat(10)}/health-record`),
  get('health', `/registry/v1/persons/${number}/history?purpose=${purpose}`),
  get('health', `/registry/v1/persons/${'0'.repeat(32)}/history?purpose=${number}&${number}=${number}`),
  ...[`after=${number}`, `wait=${number}`, `limit=${number}`, `${number}=1`].map((query) => get('health', `/registry/v1/events?${query}`)),
  ...[`person=${number}`, `purpose=${number}`, `after=${number}`, `agency=${number}`, `from=${number}`, `outcome=${number}`, number].map(
    (query) => get('audit', `/audit/v1/entries?${query}`),
  ),
  ...[`/${number}`, `/%zz${number}`, `/api/${number}`, `/health/${number}`, `/health/v1/persons/%E0%A4%A${number}`].map((path) =>
    get('health', path),
  ),
  ...['PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH'].map((method) => ({
    as: 'health' as const,
    method,
    path: `/health/v1/persons/${number}`,
  })),
]

const wrongHeaders = (number: string): readonly Sent[] => [
  ...['x-request-id', 'traceparent', 'origin', 'accept', 'cookie', 'user-agent', 'referer', 'accept-language', 'if-match'].map((name) =>
    get('health', '/registry/v1/events', { [name]: number }),
  ),
  ...[`Bearer ${number}`, `Bearer ${number}.${number}.${number}`, number].map((authorization) => ({
    method: 'GET',
    path: '/registry/v1/events',
    headers: { authorization },
  })),
]

/** At the door where tokens are given. */
const wrongTokenRequests = (number: string): readonly Sent[] => [
  { method: 'GET', path: `/oidc/${number}` },
  { method: 'GET', path: `/oidc/auth?client_id=${number}&redirect_uri=${number}&response_type=${number}` },
  ...[`grant_type=${number}`, `grant_type=client_credentials&client_id=${number}&client_secret=${number}`, `${number}=${number}`].map(
    (body) => ({ method: 'POST', path: '/oidc/token', headers: form, body }),
  ),
  {
    method: 'POST',
    path: '/oidc/token',
    headers: { ...form, authorization: `Basic ${Buffer.from(`${number}:${number}`).toString('base64')}` },
    body: `grant_type=client_credentials&resource=${number}`,
  },
]

/** Requests that nobody should send, and somebody will. */
export const wrongWays = (number: string, person: string): readonly Sent[] => [
  ...wrongBodies(number),
  ...wrongRecords(number, person),
  ...wrongAddresses(number),
  ...wrongHeaders(number),
  ...wrongTokenRequests(number),
]
