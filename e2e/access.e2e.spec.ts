import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { type Agency, agency, servingAgencies } from '@concord/access'
import { keyFromFile } from '@concord/identity'
import { developmentKeys } from '../apps/platform/src/development-issuer/development-clients.js'
import { forgerIn } from './access/forged-tokens.js'
import { monthsAgo } from './city/calendar.js'
import { journeysInOneCity } from './city/journeys-in-one-city.js'
import { purposes } from './city/registry.js'
import { routesOf } from './invalid/description.js'

const { city, someoneAged, healthcareSecurity, civilAffairs, registry, auditor } = journeysInOneCity()

describe('a token', () => {
  it('of the issuer opens the door, and none that is forged', async () => {
    const forger = await forgerIn(city())
    expect((await knock(`Bearer ${await forger.signs()}`)).status).toBe(200)
    expect((await knock(`bearer ${await forger.signs()}`)).status).toBe(200)
    const answers = Object.entries(await forger.allForgeries()).map(async ([what, token]) => [
      what,
      (await knock(`Bearer ${token}`)).status,
    ])
    expect((await Promise.all(answers)).filter(([, status]) => status !== 401)).toEqual([])
  })

  it('counts in one place only', async () => {
    const token = await city().tokenOf('health')
    expect((await knock(undefined, `?access_token=${token}`)).status).toBe(401)
    for (const header of [token, `Basic ${token}`, `Bearer ${token},${token}`, `Bearer ${token} x`, 'Bearer', '']) {
      const answer = await knock(header)
      expect([answer.status, answer.headers.get('content-type')]).toEqual([401, 'application/problem+json; charset=utf-8'])
      expect(await answer.json()).toMatchObject({ slug: 'not-authenticated' })
    }
  })

  it('is needed for everything but what is public on purpose', async () => {
    const routes = routesOf(await (await city().fetch('/api/openapi.json')).json())
    expect(routes.length).toBeGreaterThan(50)
    const open: string[] = []
    for (const { method, path } of routes) {
      const address = path.replace('{person}', nobody)
      for (const asked of method === 'GET' ? ['GET', 'HEAD'] : [method])
        if ((await city().fetch(address, { method: asked })).status !== 401) open.push(`${asked} ${path}`)
    }
    expect(open).toEqual(['/metrics', '/health/live', '/health/ready'].flatMap((path) => [`GET ${path}`, `HEAD ${path}`]))
  })
})

describe('an agency', () => {
  it('commands and reads no context but its own, and is told the same of everyone', async () => {
    const known = await knownTo('health')
    for (const context of servingAgencies)
      for (const other of agency.options.filter((one) => one !== context))
        for (const { status, body } of [
          await city().post(other, `/${context}/v1/persons`, {}),
          await city().get(other, `/${context}/v1/persons/${known}/${ownRecordOf[context]}`),
          await city().get(other, `/${context}/v1/persons/${nobody}/${ownRecordOf[context]}`),
        ])
          expect([status, body]).toEqual([403, { ...notAllowed, requestId: expect.any(String) }])
  })

  it('asks for its own purposes only, and is told the same of everyone', async () => {
    const known = await knownTo('health')
    for (const { code, owner } of purposes)
      for (const other of servingAgencies.filter((one) => one !== owner)) {
        const about = (person: string) => askedEverywhere(other, person, code)
        const [one, another] = [await about(known), await about(nobody)]
        expect(one).toEqual(another)
        expect(one.map(({ status, body }) => [status, (body as { slug: string }).slug])).toEqual(one.map(() => [403, 'not-your-purpose']))
      }
  })

  it('does not learn whether another agency has ever recorded anything of someone', async () => {
    for (const { code, owner } of purposes) {
      const known = await knownTo(owner === 'health' ? 'civil-affairs' : 'health')
      expect(await askedEverywhere(owner, known, code)).toEqual(await askedEverywhere(owner, nobody, code))
      const own = `/${owner}/v1/persons`
      const record = ownRecordOf[owner]
      expect(await city().get(owner, `${own}/${known}/${record}`)).toEqual(await city().get(owner, `${own}/${nobody}/${record}`))
    }
  })

  it('sees of a decision what its purpose may see, in answers, histories and the feed', async () => {
    const weaver = await someoneAged(76)
    await civilAffairs.opensFile(weaver, monthsAgo(20))
    await healthcareSecurity.enrols(weaver, monthsAgo(40))
    await civilAffairs.assesses(weaver, monthsAgo(2), { items: 'severe' })
    const { decision, explanation } = await registry.tells(weaver, 'ltci-application-invite')
    expect(decision).toMatchObject({ outcome: 'recognised' })
    const history = await registry.history(weaver, 'ltci-application-invite')
    expect(history.at(-1)?.decision).toMatchObject({ outcome: 'recognised' })
    const feed = (await registry.feed('healthcare-security', weaver)).filter(({ purpose }) => purpose === 'ltci-application-invite')
    expect(feed.at(-1)?.decision).toMatchObject({ outcome: 'recognised' })

    const told = [decision, ...history.map((entry) => entry.decision), ...feed.map((event) => event.decision)]
    expect(told.flatMap(Object.keys).filter((field) => !['outcome', 'acceptedAs', 'until', 'nextChangeOn'].includes(field))).toEqual([])
    expect([explanation, ...history.flatMap(({ because }) => because)]).toEqual([null])
    expect((await registry.tells(weaver, 'elder-nursing-subsidy')).decision.basis?.findings).toHaveLength(1)
  })
})

describe('the auditor', () => {
  it('alone sees the trail, and sees nothing else', async () => {
    for (const one of servingAgencies) expect((await city().get(one, '/audit/v1/entries')).status).toBe(403)
    expect((await city().get('audit', '/audit/v1/entries?limit=1')).status).toBe(200)
    for (const { code } of purposes) for (const { status } of await askedEverywhere('audit', nobody, code)) expect(status).toBe(403)
    expect((await city().get('audit', '/registry/v1/events')).status).toBe(403)
    expect((await city().post('audit', '/registry/v1/persons/identify', {})).status).toBe(403)
  })

  it('finds the digest of the very bytes that left', async () => {
    const potter = await someoneAged(79)
    await healthcareSecurity.enrols(potter, monthsAgo(40))
    await healthcareSecurity.gradesSevere(potter, monthsAgo(6))
    await registry.decides(potter, 'elder-nursing-subsidy')
    const { person } = potter
    const purpose = 'elder-nursing-subsidy'
    const bodies = [
      await bytesOf('civil-affairs', '/registry/v1/lookups', { person, purpose }),
      await bytesOf('civil-affairs', '/registry/v1/lookups:batch', {
        lookups: [
          { person: nobody, purpose },
          { person, purpose },
        ],
      }),
      await bytesOf('civil-affairs', `/registry/v1/persons/${person}/history?purpose=${purpose}`),
      await bytesOf('civil-affairs', '/registry/v1/events'),
    ]
    const found = (await auditor.finds(potter)).slice(1)
    const [lookup = '', batch = '', history = '', feed = ''] = bodies.map(({ text }) => text)
    const [, answer = ''] = partsOf(batch, 'answers')
    const events = partsOf(feed, 'events').filter((event) => event.includes(person))
    for (const event of events) expect(feed).toContain(event)
    expect(batch).toContain(answer)
    expect(found.map(({ answerDigest }) => answerDigest)).toEqual([lookup, answer, history, ...events].map(sha256))
    expect(found.map(({ requestId }) => requestId)).toEqual(bodies.flatMap(({ id }, place) => (place < 3 ? [id] : events.map(() => id))))

    const page = await bytesOf('audit', `/audit/v1/entries?person=${person}&limit=2`)
    expect((await auditor.finds(potter, '&kind=trail-query')).map(({ answerDigest }) => answerDigest)).toContain(sha256(page.text))
  })
})

describe('an answer', () => {
  it('is for its caller alone: nobody on the way keeps it or reads it as something else', async () => {
    const paths = ['/registry/v1/events', `/registry/v1/persons/${nobody}/history?purpose=home-health-service`, '/nowhere']
    for (const path of paths) {
      const { headers } = await city().fetch(path, { headers: { authorization: `Bearer ${await city().tokenOf('health')}` } })
      expect([path, headers.get('cache-control'), headers.get('x-content-type-options')]).toEqual([path, 'no-store', 'nosniff'])
    }
  })
})

describe('the development issuer', () => {
  it('gives tokens for half an hour to who knows a secret, and has no other door', async () => {
    expect((await asksForToken(city().keys.secrets.health)).status).toBe(200)
    const [, claims = ''] = (await city().tokenOf('health')).split('.')
    const { iat, exp } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as { iat: number; exp: number }
    expect(exp - iat).toBe(30 * 60)
    expect((await asksForToken(city().keys.secrets.audit)).status).toBe(401)
    for (const grant of ['authorization_code', 'refresh_token', 'password', 'implicit'])
      expect((await asksForToken(city().keys.secrets.health, grant)).status).toBe(400)
    const doors = [
      '',
      '/auth',
      '/me',
      '/session/end',
      '/reg',
      '/request',
      '/token/introspection',
      '/token/revocation',
      '/device',
      '/token/',
    ]
    for (const door of doors)
      for (const method of ['GET', 'POST']) expect((await city().fetch(`/oidc${door}`, { method })).status).toBe(404)
  })

  it('keeps no key that another user of the machine could read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'keys-'))
    try {
      await developmentKeys(folder)
      keyFromFile(join(folder, 'person-key'))
      for (const file of ['development-issuer.json', 'person-key']) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  it('answers this machine alone', async () => {
    const { port } = new URL(city().url)
    const outside = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
    for (const { address } of outside) await expect(fetch(`http://${address}:${port}/health/live`)).rejects.toThrow('fetch failed')
  })
})

const nobody = '0'.repeat(32)

const ownRecordOf = {
  'healthcare-security': 'enrolment',
  'civil-affairs': 'file',
  'disabled-persons-federation': 'certificate',
  health: 'health-record',
} as const

const knock = (authorization: string | undefined, query = '') =>
  city().fetch(`/registry/v1/events${query}`, { headers: authorization === undefined ? {} : { authorization } })

const asksForToken = (secret: string, grant = 'client_credentials') => {
  const authorization = `Basic ${Buffer.from(`health-system:${secret}`).toString('base64')}`
  return city().fetch('/oidc/token', { method: 'POST', headers: { authorization }, body: new URLSearchParams({ grant_type: grant }) })
}

/** Someone of whom one agency has recorded that it knows them, and nothing else; the registry has heard of it. */
const knownTo = async (context: 'health' | 'civil-affairs'): Promise<string> => {
  const resident = await someoneAged(72)
  const body = { document: resident.document, on: monthsAgo(3), residenceRegion: '350299' }
  const { body: accepted } = await city().post(
    context,
    `/${context}/v1/persons`,
    context === 'health' ? body : { ...body, householdRegion: '350299' },
  )
  resident.recorded[context] = (accepted as { position: string }).position
  await registry.decides(resident, 'home-health-service')
  return resident.person
}

/** All questions about one person, and the answers without what must differ. */
const askedEverywhere = async (as: Agency, person: string, purpose: string) => {
  const answers = [
    await city().post(as, '/registry/v1/lookups', { person, purpose }),
    await city().post(as, '/registry/v1/lookups:batch', { lookups: [{ person, purpose }] }),
    await city().get(as, `/registry/v1/persons/${person}/history?purpose=${purpose}`),
  ]
  return answers.map(withoutId).map((answer) => JSON.parse(JSON.stringify(answer).replaceAll(person, 'someone')) as typeof answer)
}

const withoutId = ({ status, body }: { readonly status: number; readonly body: unknown }) => ({
  status,
  body: JSON.parse(JSON.stringify(body), (key, value: unknown) =>
    key === 'requestId' || key === 'disclosure' ? undefined : value,
  ) as unknown,
})

const notAllowed = {
  type: '/problems/not-allowed',
  status: 403,
  slug: 'not-allowed',
  title: 'Your agency may not use this. An agency commands only its own records.',
  titleZh: '该机构无权访问此接口，每个机构只能操作自己的业务。',
}

const bytesOf = async (as: Agency, path: string, body?: object) => {
  const headers = { authorization: `Bearer ${await city().tokenOf(as)}`, 'content-type': 'application/json' }
  const answer = await city().fetch(path, { headers, ...(body && { method: 'POST', body: JSON.stringify(body) }) })
  return { id: answer.headers.get('x-request-id'), text: await answer.text() }
}

const partsOf = (text: string, list: string): readonly string[] =>
  ((JSON.parse(text) as Record<string, unknown[] | undefined>)[list] ?? []).map((part) => JSON.stringify(part))

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
