import { randomUUID } from 'node:crypto'
import { setTimeout as rest } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { eventually } from '@concord/testing'
import { developmentKeys } from '../../apps/platform/src/development-issuer/development-clients.js'
import { daysAgo } from '../city/calendar.js'
import { type Asks, asksAt } from '../city/start-city.js'
import {
  clearAll,
  kill,
  newDataFolder,
  type Platform,
  platformOn,
  processesOn,
  serverOn,
  startPlatform,
} from '../processes/platform-process.js'
import { fallsOn } from '../processes/records.js'

/** 跌倒上报: ten of each of sixty persons, every one under a key of its own. */
const commands = Array.from({ length: 600 }, (_, nth) => ({
  key: `fall-${nth}`,
  path: `/health/v1/persons/${String(nth % 60).padStart(32, 'c')}/falls/report`,
  fall: { fallId: randomUUID(), on: daysAgo(3) },
}))
type Command = (typeof commands)[number]

describe('commands that agencies send while the city is killed with -9 (服务中断)', () => {
  it('are kept once they are acknowledged, when platform and PostgreSQL are killed', async () => {
    const acknowledged = await send(platform, () => [platformOn(folder), serverOn(folder)].forEach(kill))
    expect(await platform.end()).toBe('SIGKILL')
    expect(acknowledged.size).toBeGreaterThanOrEqual(200)
    expect(acknowledged.size).toBeLessThan(commands.length)

    platform = await startPlatform(folder, ['--no-city'])
    await platform.says('is ready')
    const kept = new Map((await fallsOn(folder)).map(({ position, fall }) => [fall, position]))
    for (const [{ fall }, position] of acknowledged) expect(kept.get(fall.fallId)).toBe(position)
  })

  it('are recorded once, when all are sent again, and answered as before', async () => {
    const before = new Map((await fallsOn(folder)).map(({ position, fall }) => [fall, position]))
    const answered = await send(platform)
    const recorded = await fallsOn(folder)
    expect(recorded.map(({ fall }) => fall).toSorted()).toEqual(commands.map(({ fall }) => fall.fallId).toSorted())
    for (const { position, fall } of recorded) expect(before.get(fall) ?? position).toBe(position)

    expect(await send(platform)).toEqual(answered)
    expect(await fallsOn(folder)).toEqual(recorded)
  })

  it('are answered again as soon as PostgreSQL is back, when it alone is killed', async () => {
    const recorded = await fallsOn(folder)
    kill(serverOn(folder))
    await eventually(
      async () => expect(new Set((await send(platform)).values())).toEqual(new Set(recorded.map(({ position }) => position))),
      {
        within: 30_000,
      },
    )
    expect(await fallsOn(folder)).toEqual(recorded)
  })

  it('leave nothing running', async () => {
    platform.signal('SIGTERM')
    expect(await platform.end()).toBe(0)
    expect(processesOn(folder)).toEqual([])
  })

  const folder = newDataFolder()
  let platform: Platform
  beforeAll(async () => {
    platform = await startPlatform(folder, ['--no-city'])
    await platform.says('is ready')
  }, 120_000)
  afterAll(clearAll)

  /** Sends them from eight systems at once. @returns what was acknowledged, at which position */
  const send = async ({ url }: Platform, after200?: () => void): Promise<ReadonlyMap<Command, string>> => {
    const asks = asksAt(url, await developmentKeys(folder))
    const acknowledged = new Map<Command, string>()
    const waiting = [...commands]
    const system = async (): Promise<void> => {
      for (let command = waiting.shift(); command; command = waiting.shift()) {
        const position = await sendOne(asks, command)
        if (position !== undefined) acknowledged.set(command, position)
        if (acknowledged.size === 200) after200?.()
      }
    }
    await Promise.all(Array.from({ length: 8 }, system))
    return acknowledged
  }
})

/** @returns nothing when there was no answer, or none that acknowledges */
const sendOne = async ({ post }: Asks, { key, path, fall }: Command): Promise<string | undefined> => {
  try {
    const { status, body } = await post('health', path, fall, { 'idempotency-key': key })
    if (status === 200) return (body as { position: string }).position
  } catch {
    await rest(1)
  }
  return undefined
}
