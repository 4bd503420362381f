import { expect, it } from '@jest/globals'
import { durationTold } from './duration-told.js'

it.each([
  [4.4, '4 s'],
  [59.7, '1 min 0 s'],
  [200, '3 min 20 s'],
  [3_599.6, '1 h 0 min'],
  [7_500, '2 h 5 min'],
  [Infinity, '?'],
])('tells %d seconds as %s', (seconds, told) => expect(durationTold(seconds)).toBe(told))
