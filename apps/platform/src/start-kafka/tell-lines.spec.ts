import { Readable } from 'node:stream'
import { expect, it } from '@jest/globals'
import { tellLines } from './tell-lines.js'

it('what a process says is told line by line with its name in front, once, but for what everybody expects', async () => {
  const said: string[] = []
  const stream = Readable.from(['health is ready at http://127.0.0.1:1\nWARN [relay hea', 'lth] tried again\n', 'health: no key\nlast'])
  await tellLines({ name: 'health', stream, but: 'health is ready at http://127.0.0.1:1' }, (line) => said.push(line))
  expect(said).toEqual(['health: WARN [relay health] tried again', 'health: no key', 'health: last'])
})
