import fc, { type Arbitrary } from 'fast-check'
import type { PublishedEvent } from '@concord/contracts'
import { addDays, plainDate, type PlainDate } from '@concord/standards'
import * as tell from './told.js'
import type { Telling } from './told.js'

/** One step of a procedure, told for the day it happens. */
type Step = (on: string) => Telling

const birthdays = ['1935-06-01', '1950-01-01', '1960-02-29', '1966-03-01', '1990-05-05']

/** Sometimes a step, sometimes nothing. */
const perhaps = (step: Step, weight = 1): Arbitrary<readonly Step[]> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, { weight, arbitrary: fc.constant([step]) })

const inARow = (...parts: readonly Arbitrary<readonly Step[]>[]): Arbitrary<readonly Step[]> =>
  fc.tuple(...parts).map((steps) => steps.flat())

const grade = fc.constantFrom(0, 1, 2, 3, 3, 4, 4, 5)
const level = fc.constantFrom(0, 1, 2, 3, 3, 4)

const ltci: Arbitrary<readonly Step[]> = fc.tuple(grade, grade, fc.constantFrom(20, 40, 60, 100)).chain(([first, second, adl]) =>
  inARow(
    perhaps((on) => tell.ltcPublicised({ on, grade: first, adl })),
    perhaps((on) => tell.ltcObjected(on)),
    perhaps((on) => tell.ltcConcluded({ on, grade: first, adl }), 12),
    perhaps((on) => tell.ltcReEvaluationRequested(on)),
    perhaps((on) => tell.ltcReEvaluated({ on, grade: second, adl })),
    perhaps((on) => tell.ltcRevoked(on, 'fraud')),
    perhaps((on) => tell.ltcRevoked(on, 'error')),
    perhaps((on) => tell.ltcConcluded({ id: 2, on, grade: second, adl, replaces: 1 })),
    perhaps((on) => tell.ltcExpired(on)),
  ),
)

const ability: Arbitrary<readonly Step[]> = fc.tuple(level, level).chain(([first, second]) =>
  inARow(
    perhaps((on) => tell.abilityAssessed({ on, level: first, ...(first > 2 ? { until: addDays(plainDate.parse(on), 900) } : {}) }), 10),
    perhaps((on) => tell.abilityReviewRequested(on)),
    perhaps((on) => tell.abilityAssessed({ id: 21, on, level: second, replaces: 20, reason: 'review' })),
    perhaps((on) => tell.abilityRevoked(on, 'procedure', 21)),
  ),
)

const certificate: Arbitrary<readonly Step[]> = fc
  .tuple(fc.constantFrom(1, 2, 3, 4), fc.constantFrom(1, 2, 3, 4))
  .chain(([first, second]) =>
    inARow(
      perhaps((on) => tell.evaluationPublicised({ on, grade: first })),
      perhaps((on) => tell.certificateIssued({ on, grade: first }), 10),
      perhaps((on) => tell.regraded({ on, grade: second })),
      perhaps((on) => tell.certificateDisputed(on)),
      perhaps((on) => tell.disputeConcluded({ on, grade: second })),
      perhaps((on) => tell.certificateFrozen(on)),
      perhaps((on) => tell.certificateUnfrozen(on)),
      perhaps((on) => tell.certificateRenewed(on, '2037-01-01')),
      perhaps((on) => tell.certificateCancelled(on)),
    ),
  )

const medical: Arbitrary<readonly Step[]> = inARow(
  perhaps((on) => tell.dementiaDiagnosed(on)),
  perhaps((on) => tell.diagnosisCorrected(on)),
  perhaps((on) => tell.admitted(on)),
  perhaps((on) => tell.discharged(on)),
)

/** Most live; of the others one source reports, or both, and some of it was wrong. */
const deaths: Arbitrary<readonly (readonly Step[])[]> = fc.oneof(
  { weight: 8, arbitrary: fc.constant([]) },
  {
    weight: 3,
    arbitrary: fc.subarray(
      [
        [tell.deathCertified, (on: string) => tell.deathCertificateCorrected(on, null)],
        [tell.deathReported, tell.deathReportWithdrawn],
        [tell.deathCertified],
        [tell.deathReported],
      ],
      { minLength: 1, maxLength: 2 },
    ),
  },
)

/** A procedure over time: gaps of days between its steps, each recorded some days later but never before the step before it. */
const overTime = (steps: Arbitrary<readonly Step[]>): Arbitrary<readonly Telling[]> =>
  fc
    .tuple(
      steps,
      fc.integer({ min: 0, max: 500 }),
      fc.array(fc.tuple(fc.nat(120), fc.constantFrom(0, 0, 0, 3, 30)), { minLength: 9, maxLength: 9 }),
    )
    .map(([happens, start, paces]) => {
      let on: PlainDate = addDays(plainDate.parse('2024-01-01'), start)
      let recorded: PlainDate = on
      return happens.map((step, place) => {
        const [gap, delay] = paces[place] ?? [1, 0]
        on = addDays(on, gap)
        recorded = [recorded, addDays(on, delay)].toSorted().at(-1) ?? on
        return { ...step(on), recorded }
      })
    })

const allOverTime = (threads: readonly (readonly Step[])[]): Arbitrary<readonly Telling[]> =>
  fc.tuple(...threads.map((steps) => overTime(fc.constant(steps)))).map((told) => told.flat())

const opened: Arbitrary<readonly Telling[]> = fc
  .constantFrom(...birthdays)
  .chain((born) =>
    fc.subarray([tell.enrolled('2024-01-01', born), tell.fileOpened('2024-01-01', born), tell.recordOpened('2024-01-01', born)]),
  )

/** What four agencies say of one made-up person over some years, in the order in which it was recorded. */
export const lives: Arbitrary<readonly PublishedEvent[]> = fc
  .tuple(opened, ...[ltci, ability, certificate, medical].map(overTime), deaths.chain(allOverTime))
  .map((threads) =>
    tell.told(...threads.flat().toSorted((one, other) => Number(one.recorded > other.recorded) - Number(one.recorded < other.recorded))),
  )

/** A day in or after such a life. */
export const days: Arbitrary<PlainDate> = fc.nat(1500).map((day) => addDays(plainDate.parse('2024-01-15'), day))

/** An instant in such a life. */
export const instants: Arbitrary<string> = days.map((day) => `${day}T16:00:00.000Z`)
