import { z } from 'zod'
import { civilAffairsEvent } from './civil-affairs.js'
import { disabledPersonsFederationEvent } from './disabled-persons-federation.js'
import { healthEvent } from './health.js'
import { healthcareSecurityEvent } from './healthcare-security.js'
import { lastPosition } from './position.js'
import { personId } from './person-id.js'
import { contractBroken, UnreadableEvent } from './wire/unreadable-event.js'

/** The agencies' contexts, as they are named in folders, topics and URLs. */
export const contextName = z.enum(['healthcare-security', 'civil-affairs', 'disabled-persons-federation', 'health'])
export type ContextName = z.infer<typeof contextName>

/** W3C Trace Context, version 00: the trace, the span in it, and whether it is sampled. */
export const traceparent = z.string().regex(/^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/)

/** Who, when and in which order: what every published event carries beside its name and data. */
const envelope = {
  /** The source event's UUID. */
  id: z.uuid(),
  person: personId,
  /** The source's own order, per context; a consumer drops what it has already applied by (context, position). */
  position: z.bigint().positive().max(lastPosition),
  /** When the source recorded it, ISO instant, UTC: what "known at" is measured by. */
  recordedAt: z.iso.datetime(),
  correlationId: z.string().max(200),
  /** The trace of the command, when there is one: CloudEvents' `traceparent`. One that is damaged is left out and keeps no fact back. */
  trace: traceparent.optional().catch(undefined),
}

const from = <const Context extends ContextName, Event extends z.ZodDiscriminatedUnion>(context: Context, event: Event) =>
  z.object({ context: z.literal(context), ...envelope }).and(event)

/** Each context's own: an event is checked against the contract of the one that it comes from, not against all. */
const eventOf = {
  'healthcare-security': from('healthcare-security', healthcareSecurityEvent),
  'civil-affairs': from('civil-affairs', civilAffairsEvent),
  'disabled-persons-federation': from('disabled-persons-federation', disabledPersonsFederationEvent),
  health: from('health', healthEvent),
}

/** Of any context. */
export const publishedEvent = z.union([
  eventOf['healthcare-security'],
  eventOf['civil-affairs'],
  eventOf['disabled-persons-federation'],
  eventOf.health,
])
/** One fact that an agency tells the others. */
export type PublishedEvent = z.infer<typeof publishedEvent>
/** Of one context. */
export type PublishedBy<Context extends ContextName> = Extract<PublishedEvent, { context: Context }>

const source = z.looseObject({ context: contextName, position: z.string().regex(/^\d{1,19}$/) })

/** Bytes on the log. JSON with the position as a decimal string. */
export const encodePublished = (event: PublishedEvent): string => JSON.stringify({ ...event, position: event.position.toString() })

/** @throws UnreadableEvent when the text is not an event this version knows: the consumer parks it */
export const decodePublished = (text: string): PublishedEvent => {
  const of = source.safeParse(jsonIn(text))
  if (!of.success) throw contractBroken('an event', of.error)
  const { context, position, ...rest } = of.data
  const event = eventOf[context].safeParse({ context, position: BigInt(position), ...rest })
  if (!event.success) throw contractBroken(`an event of ${context}`, event.error)
  return event.data
}

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    // The parser's own words repeat what they choked on.
    throw new UnreadableEvent('it is not JSON')
  }
}
