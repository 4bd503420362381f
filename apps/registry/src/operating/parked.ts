import type { PersonId } from '@concord/identity'
import { NotStoppedByThat, type ParkedPerson, parkedPersons, releaseParked, retryParked } from '@concord/projections'
import { OrderFault } from '../order-fault.js'
import type { Operating, Order } from './operating.js'
import { nextTold, parkedTold, personTold } from './parked-told.js'
import { recordOrder } from './record-order.js'

/** 搁置: who is parked, longest first. */
export const listParked =
  (json: boolean): Order =>
  async ({ registry, typed, clock, say }) => {
    const parked = await parkedPersons(registry.projection)
    if (json) say(JSON.stringify(parked.map((one) => ({ ...one, position: one.position.toString() }))))
    else say(parkedTold(parked, clock.now(), typed))
    return 0
  }

export const showParked =
  (person: PersonId): Order =>
  async (at) => {
    at.say(personTold(await parkedPerson(at, person), at.clock.now(), at.typed))
    return 0
  }

/** @param whom everybody, in the order in which they were parked, when not said */
export const retry =
  (whom: PersonId | undefined, by: string): Order =>
  async (at) => {
    const parked = whom === undefined ? await parkedPersons(at.registry.projection) : [await parkedPerson(at, whom)]
    let applied = 0
    for (const one of parked) if (await retryOne(at, one, by)) applied += 1
    if (whom === undefined) at.say(`${applied} of ${parked.length} parked persons are applied`)
    return applied === parked.length ? 0 : 1
  }

const retryOne = async (at: Operating, parked: ParkedPerson, by: string): Promise<boolean> => {
  const { person, events } = parked
  await recordOrder(at, { what: 'retry-parked', by, person, basis: [eventOf(parked)] })
  const isApplied = await retryParked(at.registry.projection, person)
  at.say(
    isApplied ? `${person}: ${events} ${events === 1 ? 'event' : 'events'} applied, nothing waits any more` : await stillParked(at, person),
  )
  return isApplied
}

export const release =
  (person: PersonId, by: string, reason: string): Order =>
  async (at) => {
    const parked = await parkedPerson(at, person)
    await recordOrder(at, { what: 'release-parked', by, reason, person, basis: [eventOf(parked)] })
    const isApplied = await releaseParked(at.registry.projection, parked, { by, reason }).catch((error: unknown) => {
      throw error instanceof NotStoppedByThat ? new OrderFault(changedMeanwhile(at, parked), { cause: error }) : error
    })
    const left = parked.events - 1
    at.say(`${person}: goes on without ${eventOf(parked)}; that, by whom and why is kept beside it and on the audit trail`)
    at.say(
      isApplied
        ? `${person}: ${left} later ${left === 1 ? 'event' : 'events'} applied, nothing waits any more`
        : await stillParked(at, person),
    )
    return isApplied ? 0 : 1
  }

const changedMeanwhile = ({ typed }: Operating, { person }: ParkedPerson): string =>
  `Somebody else has retried or released for ${person} meanwhile; nothing was released. Look again: "${typed} parked show ${person}".`

const eventOf = ({ topic, position }: ParkedPerson): string => `${topic}/${position}`

const stillParked = async (at: Operating, person: PersonId): Promise<string> => nextTold(await parkedPerson(at, person), at.typed)

/** @throws OrderFault when nothing of the person is parked */
const parkedPerson = async ({ registry, typed }: Operating, person: PersonId): Promise<ParkedPerson> => {
  const [found] = await parkedPersons(registry.projection, person)
  if (found) return found
  throw new OrderFault(`Nobody of this person id is parked; "${typed} parked list" names who is.`)
}
