import { createSecretKey } from 'node:crypto'
import type { DynamicModule } from '@nestjs/common'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { Test } from '@nestjs/testing'
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose'
import type { Agency } from '@concord/access'
import { personIdsWith } from '@concord/identity'
import { EdgeModule, httpServer, systemClock } from '@concord/service-kit'
import { quietTelemetry } from '@concord/telemetry'

export interface Answer {
  readonly status: number
  readonly body: unknown
}

/** Modules behind the real edge, with tokens for whoever a test wants to be. */
export interface Served {
  readonly post: (as: Agency, url: string, body: object, headers?: Record<string, string>) => Promise<Answer>
  readonly get: (as: Agency, url: string) => Promise<Answer>
  readonly app: NestFastifyApplication
  readonly close: () => Promise<void>
}

const issuer = 'https://issuer.test'
const audience = 'concord'

/** Starts modules in this process, without a port: requests are injected. */
export const serve = async (...modules: readonly DynamicModule[]): Promise<Served> => {
  const { publicKey, privateKey } = await generateKeyPair('ES256')
  const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'test', alg: 'ES256' }] })
  const personIds = personIdsWith(createSecretKey(Buffer.alloc(32, 7)))
  const telemetry = quietTelemetry()
  const edge = EdgeModule.on({ issuer: { issuer, audience, keys }, personIds, clock: systemClock, telemetry })
  const testing = await Test.createTestingModule({ imports: [edge, ...modules] }).compile()
  const app = testing.createNestApplication<NestFastifyApplication>(httpServer(telemetry), { logger: ['error', 'fatal'] })
  await app.init()
  const tokenOf = (agency: Agency): Promise<string> =>
    new SignJWT({ client_id: `${agency}-system`, agency })
      .setProtectedHeader({ alg: 'ES256', kid: 'test' })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(privateKey)
  const ask = async (
    as: Agency,
    request: { method: 'GET' | 'POST'; url: string; payload?: object; headers?: Record<string, string> },
  ): Promise<Answer> => {
    const headers = { ...request.headers, authorization: `Bearer ${await tokenOf(as)}` }
    const { statusCode, body } = await app.inject({ ...request, headers })
    return { status: statusCode, body: body === '' ? undefined : JSON.parse(body) }
  }
  return {
    post: (as, url, payload, headers = {}) => ask(as, { method: 'POST', url, payload, headers }),
    get: (as, url) => ask(as, { method: 'GET', url }),
    app,
    close: () => app.close(),
  }
}
