import { describe, expect, it } from '@jest/globals'
import { refusals } from './refusals.js'

describe('the sentences of refusals', () => {
  it.each(Object.entries(refusals))('say in both languages what is wrong and what to do: %s', (_refusal, { zh, en }) => {
    expect(zh).toMatch(/^[^.,;:!?]*。.*请.*。$|^.*。请.*。$/)
    expect(zh).not.toMatch(/[,;:!?]/)
    expect(en).toMatch(/^[A-Z].*\. [A-Z].*\.$/)
  })
})
