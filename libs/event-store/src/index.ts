export { change } from './change.js'
export { asStored, codecOf, UnknownEvent, type Codec, type DomainEvent } from './codec.js'
export { currentState } from './current-state.js'
export {
  EventStoreUnavailable,
  RevisionConflict,
  UnknownPosition,
  type Cause,
  type EventPage,
  type EventStore,
  type ExpectedRevision,
  type Json,
  type NewEvent,
  type Position,
  type RecordedEvent,
  type Revision,
  type StreamName,
} from './event-store.js'
export { CommandIdReused, handle, type Handled } from './handle.js'
export { inMemoryEventStore } from './in-memory-event-store.js'
