import { execFile } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { comaBegan, somebody } from '@concord/published-log/testing'
import { kafkaLogUnderTest, type KafkaLogUnderTest } from '@concord/published-log-kafka/testing'
import { describeOnKafka, testFolder } from '@concord/testing'
import { root } from '../docs/pages.js'
import { hasPython, python } from './python.js'

const page = readFileSync(join(root, 'docs/how-to/subscribe-from-python.md'), 'utf8')
const [, program = ''] = /^```python\n(.*?)^```$/ms.exec(page) ?? []
const withPython = (await hasPython()) ? it : it.skip

describeOnKafka('a subscriber that nobody here wrote (第三方订阅者)', () => {
  let made: KafkaLogUnderTest
  beforeAll(async () => {
    made = await kafkaLogUnderTest(3)
  })
  afterAll(() => made.close())

  withPython(
    'reads a topic in Python with the .proto files alone, as its page shows',
    async () => {
      const person = somebody()
      await made.log.publish('health', [comaBegan(1n, person), comaBegan(2n, person)], 5n)
      const script = join(testFolder(), 'subscribe.py')
      writeFileSync(script, program)
      const args = [script, made.brokers, made.topic('health'), join(root, 'proto'), '2']
      const { stdout } = await promisify(execFile)(await python(), args)
      const line = `2026-03-02T08:00:00.000Z ${person} concord.health.v1.ComaBegan {"on": "2026-03-02"}`
      expect(stdout.trimEnd().split('\n')).toEqual([line, line])
    },
    300_000,
  )

  it('needs no more than thirty lines', () => expect(program.trimEnd().split('\n').length).toBeLessThanOrEqual(30))
})
