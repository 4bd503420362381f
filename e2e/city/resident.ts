import type { ContextName } from '@concord/contracts'
import { addYears, type PlainDate, residentNumber } from '@concord/standards'
import { today } from './calendar.js'
import type { Asks } from './start-city.js'

/** A made-up person of a journey. */
export interface Resident {
  /** 居民身份证 with a check digit that fits. Region 350299 is no district: nobody has such a number. */
  readonly document: string
  readonly person: string
  /** What each agency has recorded last: a lookup waits for it, so that a journey reads what it wrote. */
  readonly recorded: Partial<Record<ContextName, string>>
}

let residents = 0

/** Someone of this age, whom no agency knows yet. */
export const someoneAged = async (age: number, { post }: Asks): Promise<Resident> => {
  const bornOn = addYears(today, -age).replace(/-\d\d$/, '-01') as PlainDate
  residents += 1
  const document = residentNumber({ region: '350299', bornOn, sequence: residents })
  const { body } = await post('health', '/registry/v1/persons/identify', { document })
  return { document, person: (body as { person: string }).person, recorded: {} }
}
