import { describe, expect, it } from '@jest/globals'
import fc, { type Arbitrary } from 'fast-check'
import { addDays, type PlainDate } from '@concord/standards'
import type { CertificateCommand } from './certificate.commands.js'
import { certificate } from './certificate.decider.js'
import type { About, CertificateEvent, FreezingReason } from './certificate.events.js'
import { day, hospital, person } from './certificate.example.js'
import type { Certificate, CertificateFile } from './certificate.state.js'
import type { Category, Component, Evaluation } from './evaluation.js'

describe('whatever happens to a certificate', () => {
  it('is not recorded twice', () =>
    holds(({ command, after }) => expect(certificate.decide(command, after)).toEqual({ accepted: true, events: [] })))

  it('leaves a multiple disability with two components or more, and every grade that of the most severe', () =>
    holds(({ after }) => {
      const evaluation = evaluationIn(after)
      if (!evaluation) return
      const { category, grade, components } = evaluation
      const categories = components.map((component) => component.category)
      expect(new Set(categories).size).toBe(components.length)
      if (category === 7) expect(components.length).toBeGreaterThanOrEqual(2)
      else expect(categories).toEqual([category])
      expect(grade).toBe(Math.min(...components.map((component) => component.grade)))
    }))

  it('leaves it valid for ten years at most', () =>
    holds(({ command, after: { certificate: now } }) => {
      if ('card' in now) expect(now.card.validUntil <= inTenYears(command.on)).toBe(true)
    }))

  it('happens: most commands are accepted, and every event is among them', () => {
    const histories = fc.sample(steps, { numRuns: 300, seed: 1 })
    const recorded = histories.flatMap(historyOf)
    expect(recorded.length / histories.flat().length).toBeGreaterThan(0.5)
    expect(new Set(recorded.flatMap(({ events }) => events.map(({ type }) => type))).size).toBe(18)
  })
})

const holds = (law: (recorded: Recorded) => void): void =>
  fc.assert(
    fc.property(steps, (taken) => {
      for (const recorded of historyOf(taken)) law(recorded)
    }),
  )

const evaluationIn = ({ certificate: now }: CertificateFile) => {
  if ('card' in now) return now.card.evaluation
  return 'evaluation' in now ? now.evaluation : undefined
}

const inTenYears = (on: PlainDate): string => `${Number(on.slice(0, 4)) + 10}${on.slice(4)}`

type Type = CertificateCommand['type']

/** A command that was accepted, what it recorded, and how things stand after it. */
interface Recorded {
  readonly command: CertificateCommand
  readonly events: readonly CertificateEvent[]
  readonly after: CertificateFile
}

/** Random steps that know where a certificate stands, so that most of them are such as offices take. */
const historyOf = (taken: readonly Step[]): readonly Recorded[] => {
  const recorded: Recorded[] = []
  for (const step of taken) {
    const before = recorded.at(-1)?.after ?? certificate.initial
    const command = commandAt(before, step)
    const decision = certificate.decide(command, before)
    if (!decision.accepted) continue
    recorded.push({ command, events: decision.events, after: decision.events.reduce(certificate.evolve, before) })
  }
  return recorded
}

/** What offices usually do next, after so many days at least and at most. */
const usual: Readonly<Record<Certificate['status'], readonly (readonly [Type, number, number])[]>> = {
  none: [['ApplyForCertificate', 0, 0]],
  applied: [['AcceptApplication', 0, 5]],
  accepted: [['RecordEvaluation', 0, 20]],
  evaluated: [['PubliciseEvaluation', 0, 5]],
  'on-notice': [
    ['RaiseNoticeObjection', 0, 5],
    ['DismissNoticeObjection', 0, 5],
    ['IssueCertificate', 8, 30],
    ['IssueCertificate', 14, 30],
    ['RefuseCertificate', 0, 30],
  ],
  refused: [['ApplyForCertificate', 0, 90]],
  valid: [
    ['DisputeEvaluation', 0, 12],
    ['DisputeEvaluation', 0, 12],
    ['ConcludeDispute', 5, 40],
    ['ConcludeDispute', 5, 40],
    ['ConcludeDispute', 5, 40],
    ['RegradeDisability', 200, 900],
    ['ReissueCertificate', 50, 500],
    ['MoveCertificate', 50, 500],
    ['FreezeCertificate', 50, 500],
    ['ExpireCertificate', 3660, 3700],
    ['RenewCertificate', 3570, 3700],
    ['CancelCertificate', 50, 500],
  ],
  expired: [
    ['RenewCertificate', 0, 120],
    ['FreezeCertificate', 0, 120],
    ['RegradeDisability', 0, 120],
  ],
  frozen: [
    ['UnfreezeCertificate', 0, 60],
    ['RenewCertificate', 0, 120],
    ['CancelCertificate', 0, 500],
  ],
  cancelled: [['ApplyForCertificate', 360, 500]],
}

const everyType = [...new Set(Object.values(usual).flatMap((next) => next.map(([type]) => type)))]

const component: Arbitrary<Component> = fc.record({ category: fc.constantFrom(1, 2, 3, 4, 5, 6), grade: fc.constantFrom(1, 2, 3, 4) })

/** As a hospital would find, but one in ten is flawed. */
const evaluation: Arbitrary<Omit<Evaluation, 'determinedOn'>> = fc
  .record({
    one: component,
    others: fc.array(component, { maxLength: 2 }),
    isFlawed: fc.integer({ min: 0, max: 9 }).map((tenth) => tenth === 0),
  })
  .map(({ one, others, isFlawed }) => {
    const components = [one, ...others.filter(({ category }, place) => isFirst(category, [one, ...others.slice(0, place)]))]
    const worst = components.reduce((graver, other) => (other.grade < graver.grade ? other : graver))
    return {
      category: isFlawed || components.length > 1 ? 7 : one.category,
      grade: isFlawed ? 4 : worst.grade,
      components,
      institution: hospital,
    }
  })

const isFirst = (category: Category, before: readonly Component[]): boolean => before.every((other) => other.category !== category)

const step = fc.record({
  isUnusual: fc.integer({ min: 0, max: 9 }).map((tenth) => tenth === 0),
  choice: fc.nat(),
  wait: fc.nat(),
  evaluation,
  householdRegion: fc.constantFrom('350203', '350206', '430602'),
  refusing: fc.constantFrom('standard-not-met', 'false-materials', 'objection-upheld', 'withdrawn'),
  freezing: fc.constantFrom('data-check', 'suspected-irregularity'),
  cancelling: fc.constantFrom('deceased', 'own-wish', 'standard-not-met', 'fraud', 'transferred', 'left-country'),
})

type Step = typeof step extends Arbitrary<infer Drawn> ? Drawn : never

const steps = fc.array(step, { maxLength: 30, size: 'max' })

const commandAt = (file: CertificateFile, taken: Step): CertificateCommand => {
  const [type, wait] = nextAt(file, taken)
  const on = addDays(file.recorded.at(-1)?.data.on ?? day('2018-01-02'), wait)
  const certificateId =
    type === 'ApplyForCertificate' ? `certificate ${file.certificateIds.length + 1}` : (file.certificateIds.at(-1) ?? 'none')
  const freezing = file.certificate.status === 'expired' ? 'expired' : taken.freezing
  return commandOf(type, { certificateId, on }, { ...taken, freezing })
}

const nextAt = ({ certificate: now }: CertificateFile, { choice, wait, isUnusual }: Step): readonly [Type, number] => {
  const next = usual[now.status]
  const [type, least, most] = next[choice % next.length] ?? ['ApplyForCertificate', 0, 0]
  const unusual = everyType[choice % everyType.length] ?? type
  return [isUnusual ? unusual : type, least + (wait % (most - least + 1))]
}

const commandOf = (type: Type, about: About, taken: Omit<Step, 'freezing'> & { readonly freezing: FreezingReason }): CertificateCommand => {
  switch (type) {
    case 'ApplyForCertificate':
      return { type, ...about, ...person, householdRegion: taken.householdRegion }
    case 'RecordEvaluation':
    case 'RegradeDisability':
      return { type, ...about, evaluation: { ...taken.evaluation, determinedOn: about.on }, designated: true }
    case 'ConcludeDispute':
      return { type, ...about, evaluation: { ...taken.evaluation, determinedOn: about.on } }
    case 'MoveCertificate':
      return { type, ...about, householdRegion: taken.householdRegion }
    case 'RefuseCertificate':
      return { type, ...about, reason: taken.refusing }
    case 'FreezeCertificate':
      return { type, ...about, reason: taken.freezing }
    case 'CancelCertificate':
      return { type, ...about, reason: taken.cancelling }
    default:
      return { type, ...about }
  }
}
