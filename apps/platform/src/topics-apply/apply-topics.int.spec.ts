import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { describeOnKafka, testFolder, testKafka, type TestKafka } from '@concord/testing'
import { applyTopics } from './apply-topics.js'
import { topicsOptionsFrom } from './options.js'

describeOnKafka('topics:apply', () => {
  let kafka: TestKafka
  let file: string
  beforeEach(async () => {
    kafka = await testKafka()
    file = join(testFolder(), 'topics.yaml')
    writeFileSync(file, readFileSync('infra/kafka/topics.yaml', 'utf8').replaceAll('concord.', `${kafka.prefix}concord.`))
  })
  afterEach(() => kafka.drop())

  /** What was said, how it ended, and whether somebody was asked. */
  const type = async (options: readonly string[], answer = false) => {
    const said: string[] = []
    let asked = false
    const agrees = () => {
      asked = true
      return Promise.resolve(answer)
    }
    const well = await applyTopics(topicsOptionsFrom(['--file', file, '--replication', '1', ...options], '/'), kafka.settings, {
      say: (line) => said.push(line),
      agrees,
    })
    return { well, asked, changes: said.join('\n').match(/^ {2}[+~-] topic/gm)?.length ?? 0, last: said.at(-1) }
  }

  it('shows first, asks, and does what was agreed; the second time there is nothing to do', async () => {
    expect(await type(['--dry-run'])).toEqual({ well: true, asked: false, changes: 5, last: '--dry-run: nothing was changed' })
    expect(await type([])).toEqual({ well: false, asked: true, changes: 5, last: 'nothing was changed' })
    expect(await type([], true)).toEqual({ well: true, asked: true, changes: 5, last: `is now as ${file} has it` })
    expect(await type([])).toEqual({ well: true, asked: false, changes: 0, last: `is as ${file} has it: nothing to do` })
  })

  it('asks nobody with --yes', async () => expect(await type(['--yes'])).toMatchObject({ well: true, asked: false, changes: 5 }))

  it('changes nothing when it refuses a part', async () => {
    await type(['--yes'])
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('partitions: 12', 'partitions: 6').replace('7776000000', '1000'))
    expect(await type(['--yes'])).toMatchObject({
      well: false,
      changes: 1,
      last: expect.stringMatching(/takes none away[^]*nothing was changed$/),
    })
  })
})
