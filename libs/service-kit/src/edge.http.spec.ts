import { createSecretKey } from 'node:crypto'
import { Controller, Get, Logger } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { Test } from '@nestjs/testing'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import { agency, OpenTo, OpenToAll, trust } from '@concord/access'
import { personIdsWith } from '@concord/identity'
import { EdgeModule, httpServer, systemClock } from '@concord/service-kit'
import { serve, type Served } from '@concord/service-kit/testing'

@Controller('doors')
class DoorsController {
  @Get('unmarked')
  unmarked(): string {
    return 'nobody sees this'
  }

  @Get('health')
  @OpenTo('health')
  health(): { open: boolean } {
    return { open: true }
  }

  @Get('all')
  @OpenToAll()
  all(): { open: boolean } {
    return { open: true }
  }
}

const doors = { module: class Doors {}, controllers: [DoorsController] }

describe('a route', () => {
  it('that says nothing of who may call it is closed to everyone', async () => {
    for (const one of agency.options) expect((await city.get(one, '/doors/unmarked')).status).toBe(403)
  })

  it('is open to those whom it names', async () => {
    expect(await city.get('health', '/doors/health')).toEqual({ status: 200, body: { open: true } })
    expect((await city.get('audit', '/doors/health')).status).toBe(403)
  })

  let city: Served
  beforeAll(async () => {
    city = await serve(doors)
  })
  afterAll(() => city.close())
})

describe('while the keys of the token issuer are out of reach, a request', () => {
  it('is asked to come again: it is no fault of the caller, nor a bug', async () => {
    const answer = await app.inject({ url: '/doors/health', headers: { authorization: `Bearer ${unverifiable}` } })
    expect([answer.statusCode, answer.json()]).toMatchObject([503, { slug: 'temporarily-unavailable' }])
  })

  it('without a token is refused, and a public one is answered', async () => {
    expect((await app.inject('/doors/health')).statusCode).toBe(401)
    expect((await app.inject('/doors/all')).statusCode).toBe(200)
  })

  let app: NestFastifyApplication
  const said = jest.spyOn(Logger.prototype, 'error').mockImplementation(() => {})
  beforeAll(async () => {
    const issuer = trust('https://issuer.test', 'concord', 'http://127.0.0.1:9/jwks')
    const edge = EdgeModule.on({ issuer, personIds: personIdsWith(createSecretKey(Buffer.alloc(32, 7))), clock: systemClock })
    const testing = await Test.createTestingModule({ imports: [edge, doors] }).compile()
    app = testing.createNestApplication<NestFastifyApplication>(httpServer(), { logger: false })
    await app.init()
  })
  afterAll(async () => {
    said.mockRestore()
    await app.close()
  })
})

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const unverifiable = `${part({ alg: 'ES256', kid: 'k' })}.${part({})}.${'A'.repeat(86)}`
