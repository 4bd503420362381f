import { z } from 'zod'
import { contextName, type PublishedEvent } from '@concord/contracts'

/** 来源: the published event that brought a fact. Position is the source's own order, as a decimal string (JSON has no bigint). */
export const sourceRef = z.object({ context: contextName, position: z.string().regex(/^\d+$/), id: z.uuid() })
export type SourceRef = z.infer<typeof sourceRef>

export const refOf = ({ context, position, id }: PublishedEvent): SourceRef => ({ context, position: position.toString(), id })

export const sameSource = (one: SourceRef, other: SourceRef): boolean => one.context === other.context && one.position === other.position

/** Each source once, by agency and position: how a basis names its events, whatever order they were found in. */
export const eachSourceOnce = (refs: readonly SourceRef[]): SourceRef[] =>
  refs.filter((ref, place) => refs.findIndex((other) => sameSource(ref, other)) === place).toSorted(bySource)

const bySource = (one: SourceRef, other: SourceRef): number =>
  one.context === other.context
    ? one.position.length - other.position.length || compare(one.position, other.position)
    : compare(one.context, other.context)

const compare = (one: string, other: string): number => Number(one > other) - Number(one < other)
