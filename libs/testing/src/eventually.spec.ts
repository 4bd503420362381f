import { describe, expect, it } from '@jest/globals'
import { eventually } from './eventually.js'

describe('eventually', () => {
  it('waits until the assertion holds and gives its result', async () => {
    let asked = 0
    const third = (): number => {
      asked += 1
      expect(asked).toBe(3)
      return asked
    }
    expect(await eventually(third)).toBe(3)
  })

  it('fails with the last reason when time is over', async () => {
    await expect(eventually(() => Promise.reject(new Error('not yet')), { within: 30 })).rejects.toThrow('not yet')
  })
})
