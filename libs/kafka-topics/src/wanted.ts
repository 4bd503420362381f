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
  groups: Object.keys(file.groups).map(namedIn),
})

const rightsIn = ({ principals, topics, groups }: TopicsFile): Right[] => {
  const may = (who: string, resource: Right['resource'], written: string, ...operations: string[]): Right[] =>
    operations.map((operation) => ({
      principal: principals[who] ?? who,
      host: '*',
      permission: 'ALLOW',
      operation,
      resource,
      ...namedIn(written),
    }))
  return [
    ...Object.entries(topics).flatMap(([name, { writer, readers }]) => [
      ...may(writer, 'TOPIC', name, 'WRITE', 'DESCRIBE'),
      ...readers.flatMap((reader) => may(reader, 'TOPIC', name, 'READ', 'DESCRIBE')),
    ]),
    // Whose groups come and go clears them away.
    ...Object.entries(groups).flatMap(([name, reader]) => may(reader, 'GROUP', name, 'READ', ...(name.endsWith('*') ? ['DELETE'] : []))),
  ]
}

/** `concord-alone-*` is all names that begin with `concord-alone-`. */
const namedIn = (written: string): Pick<Right, 'pattern' | 'name'> =>
  written.endsWith('*') ? { pattern: 'PREFIXED', name: written.slice(0, -1) } : { pattern: 'LITERAL', name: written }
