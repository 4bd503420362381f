import type { KeyObject } from 'node:crypto'
import { Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { trust } from '@concord/access'
import { personIdsWith } from '@concord/identity'
import { type Clock, EdgeModule, httpServer } from '@concord/service-kit'
import type { DevelopmentKeys } from '../development-issuer/development-clients.js'
import { audience, developmentIssuer } from '../development-issuer/development-issuer.js'
import { serveOpenApi } from '../openapi.js'
import type { City } from './open-city.js'

export interface Serving {
  readonly port: number
  readonly personKey: KeyObject
  readonly developmentKeys: DevelopmentKeys
  readonly clock: Clock
}

/** A city that answers. */
export interface ServedCity {
  readonly url: string
  readonly app: NestFastifyApplication
  /** Finishes what is under way, then lets go of the port. The city itself stays open. */
  readonly close: () => Promise<void>
}

@Module({})
class PlatformModule {}

/** Serves all contexts, the registry, the trail and the development issuer on one port of this machine. */
export const serveCity = async (city: City, { port, personKey, developmentKeys, clock }: Serving): Promise<ServedCity> => {
  const url = `http://127.0.0.1:${port}`
  const issuer = `${url}/oidc`
  const edge = EdgeModule.on({ issuer: trust(issuer, audience, `${issuer}/jwks`), personIds: personIdsWith(personKey), clock })
  const app = await NestFactory.create<NestFastifyApplication>({ module: PlatformModule, imports: [edge, ...city.modules] }, httpServer(), {
    logger: ['warn', 'error', 'fatal'],
    abortOnError: false,
  })
  app.use('/oidc', developmentIssuer(issuer, developmentKeys))
  serveOpenApi(app)
  await app.listen(port, '127.0.0.1')
  return { url, app, close: () => letGo(app) }
}

const patienceMilliseconds = 2_000

/** A connection that stays open after its answer, or on which nobody ever asks, would hold the port for over a minute. */
const letGo = async (app: NestFastifyApplication): Promise<void> => {
  const server = app.getHttpServer()
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const late = setTimeout(() => server.closeAllConnections(), patienceMilliseconds)
  try {
    await app.close()
  } finally {
    clearInterval(idle)
    clearTimeout(late)
  }
}
