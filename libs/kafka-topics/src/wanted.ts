import { contextName } from '@concord/contracts'
import type { TopicsFile } from './topics-file.js'
import type { Right, Wanted } from './topics.js'

/** @param replication on how many brokers; as the file says when not said */
export const wantedBy = (file: TopicsFile, replication: number = file.replication): Wanted => ({
  topics: Object.entries(file.topics).map(([name, { writer, partitions, configs }]) => ({
    name,
    partitions,
    replication,
    // One broker may be away, and what was acknowledged is still on another.
    configs: { ...configs, 'min.insync.replicas': String(Math.max(1, replication - 1)) },
    ofAgency: contextName.safeParse(writer).success,
  })),
  rights: rightsIn(file),
  groups: Object.keys(file.groups),
})

const rightsIn = ({ principals, topics, groups }: TopicsFile): Right[] => {
  const may = (who: string, resource: Right['resource'], name: string, ...operations: string[]): Right[] =>
    operations.map((operation) => ({ principal: principals[who] ?? who, host: '*', permission: 'ALLOW', operation, resource, name }))
  return [
    ...Object.entries(topics).flatMap(([name, { writer, readers }]) => [
      ...may(writer, 'TOPIC', name, 'WRITE', 'DESCRIBE'),
      ...readers.flatMap((reader) => may(reader, 'TOPIC', name, 'READ', 'DESCRIBE')),
    ]),
    ...Object.entries(groups).flatMap(([name, reader]) => may(reader, 'GROUP', name, 'READ')),
  ]
}
