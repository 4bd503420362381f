import { describe, expect, it } from '@jest/globals'
import { isYes } from './is-yes.js'

describe('an answer at a terminal', () => {
  it.each(['y', 'Y', 'yes', ' 是 '])('means yes: %j', (answer) => expect(isYes(answer)).toBe(true))
  it.each(['', 'n', '否', '不是', 'yess', 'maybe'])('means no: %j', (answer) => expect(isYes(answer)).toBe(false))
})
