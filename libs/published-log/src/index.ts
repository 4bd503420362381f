export { inMemoryPublishedLog } from './in-memory-published-log.js'
export { UnknownOffset, type Ahead, type LoggedEvent, type LogPage, type Offset, type PublishedLog, type Topic } from './published-log.js'
export { CheckpointMoved, relay, type Relay, type RelayCheckpoint, type RelayProgress } from './relay.js'
