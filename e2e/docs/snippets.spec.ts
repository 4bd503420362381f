import { describe, expect, it } from '@jest/globals'
import { pages } from './pages.js'
import { complaintsAbout, overlayOf } from './snippets.js'

describe('the snippets of the documentation', () => {
  it('compile in the source tree', () => expect(complaintsAbout(overlayOf(pages))).toEqual([]))

  it('are really looked at: a wrong one is found', () => {
    const wrong = {
      path: 'docs/wrong.md',
      text: "```ts\nimport { accept } from '@concord/decider'\n\nexport const no: string = accept()\n```\n",
    }
    expect(complaintsAbout(overlayOf([wrong]))).toEqual([expect.stringMatching(/^docs\/wrong\.md\.0\.ts:3 Type .* is not assignable/)])
  })

  it('are told apart from the tree: no new file has the name of an old one', () => {
    const page = { path: 'docs/wrong.md', text: '```ts\n// libs/decider/src/decider.ts\nexport {}\n```\n' }
    expect(() => overlayOf([page])).toThrow('docs/wrong.md makes libs/decider/src/decider.ts, which is there already')
  })
})
