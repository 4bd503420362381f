import { expect, it } from '@jest/globals'
import { administer } from '@concord/kafka'
import { eventually } from './eventually.js'
import { describeOnKafka, testKafka } from './test-kafka.js'

describeOnKafka('a corner of the broker for tests', () => {
  it('is another one each time on one broker, and empty when dropped', async () => {
    const [one, other] = await Promise.all([testKafka(), testKafka()])
    expect(one.brokers).toBe(other.brokers)
    const [mine, theirs] = [`${one.prefix}facts`, `${other.prefix}facts`]
    await administer(one.settings, (admin) => admin.createTopics({ topics: [{ topic: mine }, { topic: theirs }], waitForLeaders: false }))
    const topics = () => administer(one.settings, (admin) => admin.listTopics())
    await eventually(async () => expect(await topics()).toEqual(expect.arrayContaining([mine, theirs])))
    await one.drop()
    await eventually(async () => expect(await topics()).not.toContain(mine))
    expect(await topics()).toContain(theirs)
    await other.drop()
  })
})
