import type { KeyObject } from 'node:crypto'
import proxy from '@fastify/http-proxy'
import { Controller, Get, Module, ServiceUnavailableException } from '@nestjs/common'
import type { OpenAPIObject } from '@nestjs/swagger'
import type { FastifyPluginAsync } from 'fastify'
import { OpenToAll, trust } from '@concord/access'
import { personIdsWith } from '@concord/identity'
import { serve, type Served } from '@concord/service-host'
import { systemClock } from '@concord/service-kit'
import type { DevelopmentKeys } from '../development-issuer/development-clients.js'
import { audience, developmentIssuer } from '../development-issuer/development-issuer.js'
import { isReady } from './keep-service.js'
import type { Service } from './services.js'

export interface Gateway {
  readonly port: number
  readonly personKey: KeyObject
  readonly developmentKeys: DevelopmentKeys
  readonly services: readonly Service[]
}

/** One address for all services, as an ingress has it: each request goes to the process whose path it is. The development issuer is here, too. */
export const serveGateway = async ({ port, personKey, developmentKeys, services }: Gateway): Promise<Served> => {
  const host = '127.0.0.1'
  const issuer = `http://${host}:${port}/oidc`
  const descriptions = await Promise.all(services.map(({ url }) => descriptionAt(url)))
  return serve({
    host,
    port,
    ground: { issuer: trust(issuer, audience, `${issuer}/jwks`), personIds: personIdsWith(personKey), clock: systemClock },
    modules: [probesOf(services)],
    describe: () => together(descriptions),
    mount: (app) => {
      app.use('/oidc', developmentIssuer(issuer, developmentKeys))
      const server = app.getHttpAdapter().getInstance()
      for (const service of services) void server.register(proxyTo(service))
    },
  })
}

/** Bodies go through as they are: nothing here reads them. */
const proxyTo =
  ({ name, url }: Service): FastifyPluginAsync =>
  async (scope) => {
    scope.removeAllContentTypeParsers()
    const prefix = `/${name}/v1`
    await scope.register(proxy, { upstream: url, prefix, rewritePrefix: prefix })
  }

const descriptionAt = async (url: string): Promise<OpenAPIObject> =>
  (await (await fetch(`${url}/api/openapi.json`)).json()) as OpenAPIObject

/** The services' descriptions as one. */
const together = (descriptions: readonly OpenAPIObject[]): OpenAPIObject => {
  const [first] = descriptions
  if (!first) throw new TypeError('there is no service to describe')
  return {
    ...first,
    paths: Object.assign({}, ...descriptions.map(({ paths }) => paths)) as OpenAPIObject['paths'],
    components: {
      ...first.components,
      schemas: Object.assign({}, ...descriptions.map(({ components }) => components?.schemas)) as Schemas,
    },
  }
}

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>

const probesOf = (services: readonly Service[]) => {
  @Controller('health')
  @OpenToAll()
  class GatewayProbesController {
    @Get('live')
    live(): { status: 'ok' } {
      return { status: 'ok' }
    }

    @Get('ready')
    async ready(): Promise<{ status: 'ok' }> {
      const answers = await Promise.all(services.map(({ url }) => isReady(url)))
      if (answers.includes(false)) throw new ServiceUnavailableException()
      return { status: 'ok' }
    }
  }
  @Module({ controllers: [GatewayProbesController] })
  class GatewayModule {}
  return GatewayModule
}
