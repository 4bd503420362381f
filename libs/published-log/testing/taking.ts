import type { LoggedEvent, LogPage, Offset, Place, PublishedLog, Topic } from '@concord/published-log'

export interface Taking {
  readonly topic?: Topic
  readonly begin?: (place: Place) => Offset
  /** Stops once this holds. */
  readonly until: (pages: readonly LogPage[]) => boolean
  readonly signal?: AbortSignal
}

/** The pages of a topic's places from where it begins. */
export const takePages = async (log: PublishedLog, { topic = 'health', begin = () => 0n, until, signal }: Taking): Promise<LogPage[]> => {
  const enough = new AbortController()
  const pages: LogPage[] = []
  const take = (page: LogPage): Promise<Offset> => {
    pages.push(page)
    if (until(pages)) enough.abort()
    return Promise.resolve(page.offset)
  }
  const stop = AbortSignal.any([enough.signal, ...(signal ? [signal] : [])])
  await log.follow([topic], { begin: (place) => Promise.resolve(begin(place)), take }, stop)
  return pages
}

/** So many events after the places' offsets, in the order in which each place holds them. */
export const takeEvents = async (log: PublishedLog, count: number, begin?: Taking['begin']): Promise<LoggedEvent[]> => {
  const until = (pages: readonly LogPage[]): boolean => eventsOf(pages).length >= count
  return eventsOf(await takePages(log, { until, ...(begin && { begin }) })).slice(0, count)
}

/** All that a topic holds now, however long it takes to come. */
export const eventsNow = async (log: PublishedLog, topic: Topic = 'health'): Promise<LoggedEvent[]> => {
  const head = await headsOf(log, topic)
  const places = (await log.places([topic])).filter((place) => head(place) > 0n)
  const isThere = (pages: readonly LogPage[], place: Place): boolean =>
    pages.some(({ partition, offset }) => partition === place.partition && offset >= head(place))
  const until = (pages: readonly LogPage[]): boolean => places.every((place) => isThere(pages, place))
  return places.length === 0 ? [] : eventsOf(await takePages(log, { topic, until }))
}

/** What a topic gives within a time: for what must not come. */
export const eventsWithin = async (log: PublishedLog, topic: Topic, milliseconds: number): Promise<LoggedEvent[]> =>
  eventsOf(await takePages(log, { topic, until: () => false, signal: AbortSignal.timeout(milliseconds) }))

/** The last offset of each place of a topic. */
export const headsOf = async (log: PublishedLog, topic: Topic = 'health'): Promise<(place: Place) => Offset> => {
  const heads = new Map<number, Offset>()
  for (const place of await log.places([topic])) heads.set(place.partition, (await log.ahead(place, 0n)).head)
  return ({ partition }) => heads.get(partition) ?? 0n
}

export const eventsOf = (pages: readonly LogPage[]): LoggedEvent[] => pages.flatMap(({ events }) => events)
