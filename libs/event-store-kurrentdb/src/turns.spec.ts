import { describe, expect, it } from '@jest/globals'
import { turns } from './turns.js'

/** Work that is under way until it is let go. */
const piece = () => {
  const gate = Promise.withResolvers<string>()
  let began = false
  const work = (): Promise<string> => {
    began = true
    return gate.promise
  }
  return { work, hasBegun: () => began, end: gate.resolve, fail: gate.reject }
}
const soon = () => new Promise((resolve) => setImmediate(resolve))

describe('work in turn', () => {
  it('on one key begins when the work before has ended, well or not', async () => {
    const inTurn = turns(10)
    const [first, second, third] = [piece(), piece(), piece()]
    const done = [inTurn('a', first.work), inTurn('a', second.work), inTurn('a', third.work)]
    await soon()
    expect([first, second, third].map(({ hasBegun }) => hasBegun())).toEqual([true, false, false])
    first.fail(new Error('no'))
    await expect(done[0]).rejects.toThrow('no')
    await soon()
    expect([second, third].map(({ hasBegun }) => hasBegun())).toEqual([true, false])
    second.end('second')
    third.end('third')
    expect(await Promise.all(done.slice(1))).toEqual(['second', 'third'])
  })

  it('on several keys is under way at once, as much as was said', async () => {
    const inTurn = turns(2)
    const pieces = [piece(), piece(), piece()]
    const done = pieces.map(({ work }, nth) => inTurn(`key ${nth}`, work))
    await soon()
    expect(pieces.map(({ hasBegun }) => hasBegun())).toEqual([true, true, false])
    pieces[1]?.end('one')
    await soon()
    expect(pieces.map(({ hasBegun }) => hasBegun())).toEqual([true, true, true])
    for (const { end } of pieces) end('one')
    expect(await Promise.all(done)).toEqual(['one', 'one', 'one'])
  })
})
