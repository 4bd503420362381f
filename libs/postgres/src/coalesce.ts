export interface Coalescing<Ask, Answer> {
  /** Groups on the wire at once. */
  readonly lanes: number
  /** Asks in one group. */
  readonly most: number
  /** Answers each ask in its place; an Error fails that ask alone. */
  readonly send: (group: readonly Ask[]) => Promise<readonly (Answer | Error)[]>
  /** Asks of one key are never on the wire together and go in the order in which they came. */
  readonly keyOf?: (ask: Ask) => unknown
}

interface Waiting<Ask, Answer> {
  readonly ask: Ask
  readonly key: unknown
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/**
 * Makes one statement of many calls: what is asked in the same turn of the event loop, or while all lanes are taken, leaves
 * together. A lone call never waits for company.
 */
export const coalesce = <Ask, Answer>({ lanes, most, send, keyOf = () => Symbol('travels with any other') }: Coalescing<Ask, Answer>) => {
  const waiting: Waiting<Ask, Answer>[] = []
  const keysUnderWay = new Set<unknown>()
  let underWay = 0
  let departing = false

  const schedule = (): void => {
    if (departing || underWay === lanes || waiting.length === 0) return
    departing = true
    setImmediate(depart)
  }

  const depart = (): void => {
    departing = false
    const group: Waiting<Ask, Answer>[] = []
    const left = waiting.splice(0).filter((one) => {
      if (group.length === most || keysUnderWay.has(one.key)) return true
      keysUnderWay.add(one.key)
      group.push(one)
      return false
    })
    waiting.push(...left)
    if (group.length === 0) return
    void travel(group).then(schedule)
    schedule()
  }

  const travel = async (group: readonly Waiting<Ask, Answer>[]): Promise<void> => {
    underWay += 1
    await settle(group, send)
    underWay -= 1
    for (const { key } of group) keysUnderWay.delete(key)
  }

  return (ask: Ask): Promise<Answer> =>
    new Promise((resolve, reject) => {
      waiting.push({ ask, key: keyOf(ask), resolve, reject })
      schedule()
    })
}

const settle = async <Ask, Answer>(group: readonly Waiting<Ask, Answer>[], send: Coalescing<Ask, Answer>['send']): Promise<void> => {
  try {
    const answers = await send(group.map(({ ask }) => ask))
    group.forEach(({ resolve, reject }, place) => {
      const answer = answers[place]
      if (answer === undefined || answer instanceof Error) reject(answer ?? new Error('the group came back without this answer'))
      else resolve(answer)
    })
  } catch (error) {
    for (const { reject } of group) reject(error)
  }
}
