import { describe, expect, it } from '@jest/globals'
import { knownIds } from './known-ids.js'

describe('the ids of events that were seen', () => {
  it('are those up to a revision, when the stream was seen that far', () => {
    const known = knownIds(10)
    known.learn('thing-1', ['a', 'b', 'c'])
    expect([1n, 2n, 3n].map((revision) => known.upTo('thing-1', revision))).toEqual([['a', 'b'], ['a', 'b', 'c'], undefined])
    expect(known.upTo('thing-2', 0n)).toBeUndefined()
  })

  it('are forgotten of the stream that was not seen for longest', () => {
    const known = knownIds(2)
    for (const stream of ['thing-1', 'thing-2', 'thing-1', 'thing-3'] as const) known.learn(stream, ['a'])
    expect((['thing-1', 'thing-2', 'thing-3'] as const).map((stream) => known.upTo(stream, 0n))).toEqual([['a'], undefined, ['a']])
  })
})
