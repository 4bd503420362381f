export { civilAffairsEvent, type CivilAffairsEvent } from './civil-affairs.js'
export { disabledPersonsFederationEvent, type DisabledPersonsFederationEvent } from './disabled-persons-federation.js'
export { healthEvent, type HealthEvent } from './health.js'
export { healthcareSecurityEvent, type HealthcareSecurityEvent } from './healthcare-security.js'
export {
  contextName,
  decodePublished,
  encodePublished,
  publishedEvent,
  traceparent,
  type ContextName,
  type PublishedBy,
  type PublishedEvent,
} from './published-event.js'
export { personId, type PersonId } from './person-id.js'
export { lastPosition } from './position.js'
export { type EncodedMessage } from './wire/encoded-message.js'
export { type EventContent, fromProtobuf, toProtobuf } from './wire/protobuf.js'
export { decodeSourceRead, encodeSourceRead, sourceReadType } from './wire/source-read.js'
export { UnreadableEvent } from './wire/unreadable-event.js'
export { assessorId, recordId, region } from './vocabulary.js'
