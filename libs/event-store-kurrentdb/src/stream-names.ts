import { streamNameFilter, type PrefixesFilter } from '@kurrent/kurrentdb-client'
import type { StreamName } from '@concord/event-store'

/** How one context's streams are called in a cluster that it shares with others: `health.homeSickbed-…`. */
export interface StreamNames {
  readonly stored: (stream: StreamName) => string
  /** Nothing for a stream of someone else. */
  readonly own: (stored: string) => StreamName | undefined
  /** The server sends this context's events only. Its own streams, and those about streams, begin with `$` and stay there. */
  readonly filter: PrefixesFilter
}

/** @param prefix a letter, then letters, digits, `-` and `_`: without the dot that ends it no prefix is the beginning of another */
export const streamNames = (prefix: string): StreamNames => {
  if (!/^[a-z][\w-]*$/i.test(prefix))
    throw new RangeError(`"${prefix}" cannot begin a stream's name: a letter, then letters, digits, - and _`)
  const beginning = `${prefix}.`
  return {
    stored: (stream) => `${beginning}${stream}`,
    own: (stored) => (stored.startsWith(beginning) ? (stored.slice(beginning.length) as StreamName) : undefined),
    filter: streamNameFilter({ prefixes: [beginning] }),
  }
}
