import type { AddressInfo } from 'node:net'
import { type DynamicModule, Module, type Type } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import type { OpenAPIObject } from '@nestjs/swagger'
import { EdgeModule, type Ground, httpServer } from '@concord/service-kit'
import { openApiOf, serveOpenApi } from './openapi.js'

export interface Serving {
  readonly host: string
  /** 0 for any that is free. */
  readonly port: number
  readonly ground: Ground
  readonly modules: readonly (DynamicModule | Type)[]
  /** Adds what is no module of ours. */
  readonly mount?: (app: NestFastifyApplication) => void
  /** What /api shows; the modules' own description when not said. */
  readonly describe?: (app: NestFastifyApplication) => OpenAPIObject
}

export interface Served {
  readonly url: string
  readonly app: NestFastifyApplication
  /** Finishes what is under way, then lets go of the port. What the modules stand on stays open. */
  readonly close: () => Promise<void>
}

@Module({})
class ServiceModule {}

/** Serves modules behind the edge that all services have, with their description at /api. */
export const serve = async ({ host, port, ground, modules, mount, describe = openApiOf }: Serving): Promise<Served> => {
  const root = { module: ServiceModule, imports: [EdgeModule.on(ground), ...modules] }
  const app = await NestFactory.create<NestFastifyApplication>(root, httpServer(ground.telemetry), {
    logger: ['warn', 'error', 'fatal'],
    abortOnError: false,
  })
  mount?.(app)
  serveOpenApi(app, describe)
  await app.listen(port, host)
  const { port: taken } = app.getHttpServer().address() as AddressInfo
  return { url: `http://${host}:${taken}`, app, close: () => letGo(app) }
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
