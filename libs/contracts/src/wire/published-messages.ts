import type { DescFile, DescMessage } from '@bufbuild/protobuf'
import { z } from 'zod'
import { civilAffairsEvent } from '../civil-affairs.js'
import { disabledPersonsFederationEvent } from '../disabled-persons-federation.js'
import { file_concord_civil_affairs_v1_events } from '../gen/concord/civil_affairs/v1/events_pb.js'
import { file_concord_disabled_persons_federation_v1_events } from '../gen/concord/disabled_persons_federation/v1/events_pb.js'
import { file_concord_health_v1_events } from '../gen/concord/health/v1/events_pb.js'
import { file_concord_healthcare_security_v1_events } from '../gen/concord/healthcare_security/v1/events_pb.js'
import { healthEvent } from '../health.js'
import { healthcareSecurityEvent } from '../healthcare-security.js'
import type { ContextName } from '../published-event.js'

/** What a context tells the others: how it is written, and what must hold of it. */
interface Contract {
  readonly file: DescFile
  readonly events: readonly { readonly shape: { readonly type: z.ZodLiteral<string>; readonly data: z.ZodObject } }[]
}

export const contracts: Readonly<Record<ContextName, Contract>> = {
  'healthcare-security': { file: file_concord_healthcare_security_v1_events, events: healthcareSecurityEvent.options },
  'civil-affairs': { file: file_concord_civil_affairs_v1_events, events: civilAffairsEvent.options },
  'disabled-persons-federation': {
    file: file_concord_disabled_persons_federation_v1_events,
    events: disabledPersonsFederationEvent.options,
  },
  health: { file: file_concord_health_v1_events, events: healthEvent.options },
}

/** One event: the message that carries its data, and the schema that the data must meet. */
export interface PublishedMessage {
  readonly context: ContextName
  readonly event: string
  readonly desc: DescMessage
  readonly schema: z.ZodObject
  /** What stands where the message is silent: null for a field that may be null. */
  readonly silence: Readonly<Record<string, null>>
}

const silenceOf = ({ shape }: z.ZodObject): Record<string, null> =>
  Object.fromEntries(Object.entries<z.ZodType>(shape).flatMap(([name, field]) => (field instanceof z.ZodNullable ? [[name, null]] : [])))

/** A message that is no event is a part of one. */
const messagesOf = ([context, { file, events }]: [string, Contract]): [string, PublishedMessage][] =>
  file.messages.flatMap((desc) => {
    const schema = events.find(({ shape }) => shape.type.value === desc.name)?.shape.data
    if (!schema) return []
    return [[desc.typeName, { context: context as ContextName, event: desc.name, desc, schema, silence: silenceOf(schema) }]]
  })

/** By their full names, such as `concord.health.v1.ComaBegan`. */
export const publishedMessages: ReadonlyMap<string, PublishedMessage> = new Map(Object.entries(contracts).flatMap(messagesOf))
