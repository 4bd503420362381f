import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { z } from 'zod'
import { publishedMessages } from '../src/wire/published-messages.js'
import { contentsOfEach } from './contents.arbitrary.js'

describe('arbitrary events', () => {
  const missable = [...publishedMessages].flatMap(([type, { schema }]) =>
    Object.entries<z.ZodType>(schema.shape)
      .filter(([, field]) => field.isOptional() || field.isNullable())
      .map(([name]): [string, string] => [type, name]),
  )
  const arbitraries = contentsOfEach()

  it('are of every event', () => expect([...arbitraries.keys()]).toEqual([...publishedMessages.keys()]))

  it.each(missable)('of %s are with %s and without', (type, name) => {
    const tried = fc.sample(arbitraries.get(type) ?? fc.constant({ data: {} }), { seed: 1, numRuns: 100 })
    const told = tried.map(({ data }) => ((data as Record<string, unknown>)[name] ?? null) !== null)
    expect(new Set(told)).toEqual(new Set([true, false]))
  })
})
