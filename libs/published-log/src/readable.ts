import { UnreadableEvent } from '@concord/contracts'

/** What was read, or why it is no event. */
export const readable = <Event>(read: () => Event): Promise<Event> => {
  try {
    return Promise.resolve(read())
  } catch (error) {
    return Promise.reject(new UnreadableEvent(error instanceof Error ? error.message : String(error), { cause: error }))
  }
}
