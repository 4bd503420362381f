/** Where a context's own events are kept. Each context's module provides its own. */
export const EVENT_STORE = Symbol('EVENT_STORE')

export { change } from '@concord/event-store'
