import { describe, expect, it } from '@jest/globals'
import { refusals } from './refusals.js'

describe('what civil affairs says when it refuses', () => {
  it.each(Object.entries(refusals))('%s is a slug with a Chinese and an English sentence', (slug, { zh, en }) => {
    expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/)
    expect(zh).toMatch(/^[\u4e00-\u9fff].*。$/u)
    expect(en).toMatch(/^[A-Z].*\.$/)
  })
})
