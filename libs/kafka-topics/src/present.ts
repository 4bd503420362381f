import type { Admin } from 'kafkajs'
import { ConfigResourceTypes, ConfigSource } from '@concord/kafka'
import { presentRights } from './rights.js'
import type { Present, PresentTopic, Wanted } from './topics.js'

/** Looks up how the cluster is, where something is wanted of it. */
export const presentIn = async (admin: Admin, wanted: Wanted): Promise<Present> => {
  const { brokers } = await admin.describeCluster()
  const there = await admin.listTopics()
  const names = wanted.topics.map(({ name }) => name).filter((name) => there.includes(name))
  return {
    brokers: brokers.length,
    topics: names.length > 0 ? await topicsNamed(admin, names) : [],
    rights: await presentRights(admin, wanted),
  }
}

const topicsNamed = async (admin: Admin, names: string[]): Promise<PresentTopic[]> => {
  const { topics } = await admin.fetchTopicMetadata({ topics: names })
  const configs = await configsOf(admin, names)
  return Promise.all(
    topics.map(async ({ name, partitions }) => ({
      name,
      partitions: partitions.length,
      replication: Math.max(...partitions.map(({ replicas }) => replicas.length)),
      configs: configs.get(name) ?? {},
      holdsEvents: (await admin.fetchTopicOffsets(name)).some(({ high }) => high !== '0'),
    })),
  )
}

const configsOf = async (admin: Admin, names: readonly string[]): Promise<Map<string, PresentTopic['configs']>> => {
  const asked = names.map((name) => ({ type: ConfigResourceTypes.TOPIC, name }))
  const { resources } = await admin.describeConfigs({ resources: asked, includeSynonyms: false })
  return new Map(
    resources.map(({ resourceName, configEntries }) => {
      const own = configEntries.filter(({ configSource }) => configSource === ConfigSource.TOPIC_CONFIG)
      return [resourceName, Object.fromEntries(own.map(({ configName, configValue }) => [configName, configValue]))]
    }),
  )
}
