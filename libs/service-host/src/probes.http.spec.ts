import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { Test } from '@nestjs/testing'
import { afterEach, describe, expect, it } from '@jest/globals'
import { httpServer } from '@concord/service-kit'
import { ProbesModule } from './probes.controller.js'

const here = async (): Promise<void> => {}
const away = (): Promise<void> => Promise.reject(new Error('connect ECONNREFUSED'))

describe('a service', () => {
  const stand = async (grounds: readonly (() => Promise<void>)[]) => {
    const testing = await Test.createTestingModule({ imports: [ProbesModule.on(...grounds)] }).compile()
    app = testing.createNestApplication<NestFastifyApplication>(httpServer(), { logger: false })
    await app.init()
  }
  const status = async (path: string) => (await app.inject(path)).statusCode

  it.each([
    ['with its database', [here], 200],
    ['with its database and its event store', [here, here], 200],
    ['not without its database', [away, here], 503],
    ['not without its event store', [here, away], 503],
  ] as const)('is ready %s, and alive in any case', async (_, grounds, ready) => {
    await stand(grounds)
    expect([await status('/health/ready'), await status('/health/live')]).toEqual([ready, 200])
  })

  let app: NestFastifyApplication
  afterEach(() => app.close())
})
