import { describe, expect, it } from '@jest/globals'
import { pages } from './pages.js'
import { protoComplaintsAbout } from './proto-snippets.js'
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

  it('keep the wire contract', () => expect(protoComplaintsAbout(overlayOf(pages))).toEqual([]))

  it('are really looked at on the wire: a wrong one is found', () => {
    const [file, line] = ['proto/concord/health/v1/events.proto', 'message ComaBegan {']
    const wrong = { path: 'docs/wrong.md', text: `\`\`\`proto\n// ${file}, after: ${line}\n  string Cause = 2;\n\`\`\`\n` }
    expect(protoComplaintsAbout(overlayOf([wrong]))).toEqual([expect.stringMatching(/^proto.concord.health.v1.events\.proto:\d+:.*Cause/)])
  })

  it.each([
    ['makes a file that is there already', '// libs/decider/src/decider.ts\n', 'which is there already'],
    ['goes beside a line that is not there', '// libs/decider/src/decider.ts, after: nothing\n', 'begins 0 lines'],
    ['is quoted wrongly', '// libs/decider/src/decider.ts, as it stands\nexport const no = 1\n', 'does not stand there'],
  ])('are refused when one %s', (_what, code, why) =>
    expect(() => overlayOf([{ path: 'docs/wrong.md', text: `\`\`\`ts\n${code}\`\`\`\n` }])).toThrow(why),
  )
})
