import { describe, expect, it } from '@jest/globals'
import { Background } from './background.js'

describe('work in the background', () => {
  it('is taken up again after a failure, and waited for at the end', async () => {
    const attempts: string[] = []
    const heard = Promise.withResolvers<void>()
    const work = new Background('spec', async (signal) => {
      attempts.push('begun')
      if (attempts.length < 3) throw new Error('away')
      heard.resolve()
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      attempts.push('ended')
    })
    work.onApplicationBootstrap()
    await heard.promise
    await work.onApplicationShutdown()
    expect(attempts).toEqual(['begun', 'begun', 'begun', 'ended'])
  })

  it('does not begin again once it is asked to stop', async () => {
    let begun = 0
    const work = new Background('spec', async () => {
      begun += 1
      throw new Error('away')
    })
    work.onApplicationBootstrap()
    await work.onApplicationShutdown()
    expect(begun).toBe(1)
  })
})
