import { readFileSync } from 'node:fs'
import { parse, YAMLParseError } from 'yaml'
import { z } from 'zod'
import { contextName } from '@concord/contracts'

/** What stands in infra/kafka/topics.yaml. */
export type TopicsFile = z.infer<typeof topicsFile>

/** Why a file of topics is not taken. The message says where and what. */
export class TopicsFileFault extends Error {
  override readonly name = 'TopicsFileFault'
}

/** @throws TopicsFileFault */
export const readTopicsFile = (path: string): TopicsFile => {
  try {
    return topicsIn(readFileSync(path, 'utf8'))
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== undefined) throw new TopicsFileFault(`${path} cannot be read (${code}).`, { cause: error })
    throw new TopicsFileFault(`${path} cannot be applied: ${(error as Error).message}`)
  }
}

/** @throws TopicsFileFault */
export const topicsIn = (yaml: string): TopicsFile => {
  const { data, error } = topicsFile.safeParse(contentOf(yaml))
  if (data) return data
  throw new TopicsFileFault(error.issues.map(({ path, message }) => [path.join(' › '), message].filter(Boolean).join(': ')).join('; '))
}

const contentOf = (yaml: string): unknown => {
  try {
    return parse(yaml)
  } catch (error) {
    // The first line says what and where; then the place is drawn.
    throw error instanceof YAMLParseError ? new TopicsFileFault(error.message.split('\n')[0]?.replace(/:$/, '')) : error
  }
}

const kafkaName = z.string().regex(/^[\w.-]{1,249}$/, 'a name has letters, digits, dots, dashes and underscores')
/** One group, or all whose names begin so. */
const groupNames = z
  .string()
  .regex(/^[\w.-]{1,248}\*?$/, 'a group has letters, digits, dots, dashes and underscores, and * at the end for all that begin so')
/** YAML has numbers, Kafka has words. */
const word = z.union([z.string(), z.number(), z.boolean()]).transform(String)
/** Follows from the replication: two numbers could contradict each other. */
const configs = z
  .record(z.string(), word)
  .refine((named) => !('min.insync.replicas' in named), 'min.insync.replicas follows from replication')

const topic = z.strictObject({
  writer: z.string(),
  readers: z.array(z.string()),
  partitions: z.int().positive(),
  configs,
})

const topicsFile = z
  .strictObject({
    replication: z.int().positive(),
    principals: z.record(z.string(), z.string().startsWith('User:')),
    topics: z.record(kafkaName, topic),
    groups: z.record(groupNames, z.string()),
  })
  .check(({ value, issues }) => {
    for (const message of [...strangersIn(value), ...unlikeAgencies(value)]) issues.push({ code: 'custom', message, input: value })
  })

interface Named {
  readonly principals: Readonly<Record<string, string>>
  readonly topics: Readonly<Record<string, z.infer<typeof topic>>>
  readonly groups: Readonly<Record<string, string>>
}

const strangersIn = ({ principals, topics, groups }: Named): string[] => {
  const named = [...Object.values(topics).flatMap(({ writer, readers }) => [writer, ...readers]), ...Object.values(groups)]
  return [...new Set(named)].filter((name) => !Object.hasOwn(principals, name)).map((name) => `there is no principal for ${name}`)
}

const unlikeAgencies = ({ topics }: Named): string[] => {
  const ofAgency = (agency: string) => Object.entries(topics).filter(([, { writer }]) => writer === agency)
  const wrong = contextName.options.filter((agency) => ofAgency(agency).length !== 1)
  if (wrong.length > 0) return wrong.map((agency) => `${agency} writes ${ofAgency(agency).length} topics; it shall write one`)
  const counts = contextName.options.flatMap(ofAgency).map(([name, { partitions }]) => ({ name, partitions }))
  if (new Set(counts.map(({ partitions }) => partitions)).size <= 1) return []
  const told = counts.map(({ name, partitions }) => `${name} ${partitions}`).join(', ')
  return [`the agencies' topics have different numbers of partitions (${told}); a person must be in the same partition of each`]
}
