import { z } from 'zod'
import { accept, type Decider, refuse } from '@concord/decider'
import { asStored, codecOf } from '@concord/event-store'
import { recordKind, wholeNumber } from '@concord/file-import'
import { identityDocument } from '@concord/identity'
import { plainDate, residentNumber } from '@concord/standards'

interface Visit {
  readonly on: string
  readonly minutes: number
}
interface VisitMade {
  readonly type: 'VisitMade'
  readonly data: Visit
}

/** Visits to a person, one after the other: a small thing to import, whose rules notice when the order is not kept. */
const visits: Decider<Visit, string, VisitMade, 'visit-before-last'> = {
  initial: '',
  decide: ({ on, minutes }, last) => (on < last ? refuse('visit-before-last') : accept({ type: 'VisitMade', data: { on, minutes } })),
  evolve: (_last, { data }) => data.on,
}

const visitsCodec = codecOf<VisitMade>({ VisitMade: asStored })

export const visitKind = recordKind({
  name: 'visits',
  zh: '探访记录',
  row: z.object({
    document: identityDocument,
    on: plainDate,
    minutes: wholeNumber.pipe(z.int().min(1)),
    reason: z.enum(['first', 'again']).optional(),
  }),
  write: ({ on, minutes }, { change }) => change(visitsCodec, visits, 'visits', { on, minutes }),
})

export const visitRefusals = { 'visit-before-last': { zh: '早于上一次探访。', en: 'Earlier than the last visit.' } }

const born = plainDate.parse('1940-05-05')

/** Made-up persons, 999 to a region. */
export const documentOf = (nth: number): string =>
  residentNumber({ region: String(350_000 + Math.floor(nth / 999)), bornOn: born, sequence: (nth % 999) + 1 })
