import type { Present, PresentTopic, Right, Topic, Wanted, WantedTopic } from './topics.js'

/** One thing to do. */
export type Change =
  | { readonly kind: 'create-topic'; readonly topic: Topic }
  | { readonly kind: 'add-partitions'; readonly topic: string; readonly from: number; readonly to: number }
  | { readonly kind: 'configure-topic'; readonly topic: Topic; readonly settings: readonly Setting[] }
  | { readonly kind: 'grant' | 'revoke'; readonly right: Right }

/** Undefined where nothing is set: the brokers' own value holds. */
export interface Setting {
  readonly name: string
  readonly from: string | undefined
  readonly to: string | undefined
}

/** What is not done, since it would do harm or cannot be done by us. While there is one, nothing is changed. */
export interface Refusal {
  readonly reason: 'fewer-partitions' | 'would-move-persons' | 'other-replication' | 'too-few-brokers'
  readonly topic: string
  readonly from: number
  readonly to: number
}

export interface Difference {
  readonly changes: readonly Change[]
  readonly refusals: readonly Refusal[]
}

/** What makes a cluster as it is wanted. */
export const differenceBetween = ({ topics, rights }: Wanted, present: Present): Difference => {
  const pairs = topics.map((wanted) => ({ wanted, found: present.topics.find(({ name }) => name === wanted.name) }))
  return {
    changes: [
      ...pairs.flatMap(({ wanted, found }) => (found ? changesOf(wanted, found) : { kind: 'create-topic' as const, topic: wanted })),
      ...(present.rights ? rightChanges(rights, present.rights) : []),
    ],
    refusals: pairs.flatMap(({ wanted, found }) => refusalOf(wanted, found, present.brokers) ?? []),
  }
}

const changesOf = (wanted: WantedTopic, found: PresentTopic): Change[] => {
  const names = [...new Set([...Object.keys(wanted.configs), ...Object.keys(found.configs)])]
  const settings = names
    .map((name) => ({ name, from: found.configs[name], to: wanted.configs[name] }))
    .filter(({ from, to }) => from !== to)
  return [
    ...(wanted.partitions > found.partitions
      ? [{ kind: 'add-partitions' as const, topic: wanted.name, from: found.partitions, to: wanted.partitions }]
      : []),
    ...(settings.length > 0 ? [{ kind: 'configure-topic' as const, topic: wanted, settings }] : []),
  ]
}

const refusalOf = (wanted: WantedTopic, found: PresentTopic | undefined, brokers: number): Refusal | undefined => {
  const refuse = (reason: Refusal['reason'], from: number, to: number): Refusal => ({ reason, topic: wanted.name, from, to })
  if (!found) return wanted.replication > brokers ? refuse('too-few-brokers', brokers, wanted.replication) : undefined
  if (wanted.partitions !== found.partitions && wanted.ofAgency && found.holdsEvents)
    return refuse('would-move-persons', found.partitions, wanted.partitions)
  if (wanted.partitions < found.partitions) return refuse('fewer-partitions', found.partitions, wanted.partitions)
  if (wanted.replication !== found.replication) return refuse('other-replication', found.replication, wanted.replication)
  return undefined
}

const rightChanges = (wanted: readonly Right[], present: readonly Right[]): Change[] => {
  const missingFrom = (known: readonly Right[], rights: readonly Right[]): Right[] => {
    const keys = new Set(known.map(keyOf))
    return rights.filter((right) => !keys.has(keyOf(right)))
  }
  return [
    ...missingFrom(present, wanted).map((right) => ({ kind: 'grant' as const, right })),
    ...missingFrom(wanted, present).map((right) => ({ kind: 'revoke' as const, right })),
  ]
}

const keyOf = ({ principal, host, permission, operation, resource, pattern, name }: Right): string =>
  JSON.stringify([principal, host, permission, operation, resource, pattern, name])
