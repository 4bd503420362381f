import { expect, it } from '@jest/globals'
import { versionIn } from './java.js'

it.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['Picked up JAVA_TOOL_OPTIONS: -Dversion=1\njava version "21" 2023-09-19', 21],
  ['java version "1.8.0_392"', 8],
  ['Error: could not open `jvm.cfg`', 0],
])('Java says which it is: %s', (said, version) => expect(versionIn(said)).toBe(version))
