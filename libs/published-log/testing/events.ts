import { randomUUID } from 'node:crypto'
import { publishedEvent, type PublishedBy } from '@concord/contracts'
import { personId, type PersonId } from '@concord/identity'

/** A made-up person. */
export const somebody = (): PersonId => personId.parse(randomUUID().replaceAll('-', ''))

/** A published event, the plainest there is. */
export const comaBegan = (position: bigint, person: PersonId = somebody()): PublishedBy<'health'> => {
  const event = publishedEvent.parse({
    context: 'health',
    id: randomUUID(),
    person,
    position,
    recordedAt: '2026-03-02T08:00:00.000Z',
    correlationId: 'request-1',
    type: 'ComaBegan',
    data: { on: '2026-03-02' },
  })
  if (event.context !== 'health') throw new TypeError('another context')
  return event
}
