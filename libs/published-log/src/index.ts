export { followPlaces, type PagesOf } from './follow-places.js'
export { inMemoryPublishedLog } from './in-memory-published-log.js'
export { oneAtATime } from './one-at-a-time.js'
export {
  UnknownOffset,
  type Ahead,
  type Follower,
  type LoggedEvent,
  type LogPage,
  type Offset,
  type Place,
  type PublishedLog,
  type Topic,
} from './published-log.js'
export { CheckpointMoved, relay, type Relay, type RelayCheckpoint } from './relay.js'
