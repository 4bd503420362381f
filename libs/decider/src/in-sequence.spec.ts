import { describe, expect, it } from '@jest/globals'
import { accept, refuse, type Decider } from './decider.js'
import { inSequence } from './in-sequence.js'

describe('commands in sequence', () => {
  it('are decided each on what the ones before it recorded', () =>
    expect(inSequence(light).decide(['switch-on', 'switch-off'], 'off')).toEqual(accept('on', 'off')))

  it('are refused together when one of them is', () =>
    expect(inSequence(light).decide(['switch-on', 'break', 'switch-off'], 'off')).toEqual(refuse('unbreakable')))

  it('record nothing when nothing is asked', () => expect(inSequence(light).decide([], 'off')).toEqual(accept()))
})

const light: Decider<'switch-on' | 'switch-off' | 'break', 'on' | 'off', 'on' | 'off', 'unbreakable'> = {
  initial: 'off',
  decide: (command, state) => {
    if (command === 'break') return refuse('unbreakable')
    const wanted = command === 'switch-on' ? 'on' : 'off'
    return wanted === state ? accept() : accept(wanted)
  },
  evolve: (_state, event) => event,
}
