import { accept, refuse, type Decision } from '@concord/decider'
import { poolingAreaPolicy } from '../policy.js'
import { stepByStep } from '../step-by-step.js'
import type { BenefitCommand } from './benefit.commands.js'
import type { BenefitEvent } from './benefit.events.js'

/** 长护险待遇: care that the fund pays for, one at a time. */
export type Benefit = { readonly status: 'none' } | { readonly status: 'running' | 'paused' | 'ended'; readonly benefitId: string }

export type BenefitRefusal =
  | 'benefit-running-already'
  | 'benefit-id-used'
  | 'not-insured'
  | 'no-conclusion-in-force'
  | 'rests-on-another-conclusion'
  | 'below-benefit-grade'
  | 'benefit-not-running'
  | 'benefit-not-paused'
  | 'benefit-not-started'

const recordedAs = {
  StartBenefit: 'BenefitStarted',
  PauseBenefit: 'BenefitPaused',
  ResumeBenefit: 'BenefitResumed',
  EndBenefit: 'BenefitEnded',
} as const

export const benefit = stepByStep<BenefitCommand, Benefit, BenefitEvent, BenefitRefusal>(recordedAs, {
  initial: { status: 'none' },

  decide: (command, state) => {
    switch (command.type) {
      case 'StartBenefit':
        return start(command, state)
      case 'PauseBenefit':
        return pause(command, state)
      case 'ResumeBenefit':
        return resume(command, state)
      case 'EndBenefit':
        return end(command, state)
    }
  },

  evolve: (_state, { type, data: { benefitId } }) => {
    switch (type) {
      case 'BenefitStarted':
      case 'BenefitResumed':
        return { status: 'running', benefitId }
      case 'BenefitPaused':
        return { status: 'paused', benefitId }
      case 'BenefitEnded':
        return { status: 'ended', benefitId }
    }
  },
})

type Asked<Type> = Extract<BenefitCommand, { type: Type }>
type Answer = Decision<BenefitEvent, BenefitRefusal>

const start = (command: Asked<'StartBenefit'>, state: Benefit): Answer => {
  const { benefitId, on, form, restsOn, conclusion } = command
  if (state.status === 'running' || state.status === 'paused') return refuse('benefit-running-already')
  if (state.status === 'ended' && state.benefitId === benefitId) return refuse('benefit-id-used')
  const lacking = whatLacks(command)
  if (lacking) return refuse(lacking)
  if (conclusion?.assessmentId !== restsOn) return refuse('rests-on-another-conclusion')
  return accept({ type: 'BenefitStarted', data: { benefitId, on, form, restsOn, grade: conclusion.grade } })
}

const pause = ({ benefitId, on, reason }: Asked<'PauseBenefit'>, state: Benefit): Answer =>
  state.status === 'running' && state.benefitId === benefitId
    ? accept({ type: 'BenefitPaused', data: { benefitId, on, reason } })
    : refuse('benefit-not-running')

const resume = (command: Asked<'ResumeBenefit'>, state: Benefit): Answer => {
  const { benefitId, on } = command
  if (state.status !== 'paused' || state.benefitId !== benefitId) return refuse('benefit-not-paused')
  const lacking = whatLacks(command)
  return lacking ? refuse(lacking) : accept({ type: 'BenefitResumed', data: { benefitId, on } })
}

const end = ({ benefitId, on, reason }: Asked<'EndBenefit'>, state: Benefit): Answer =>
  (state.status === 'running' || state.status === 'paused') && state.benefitId === benefitId
    ? accept({ type: 'BenefitEnded', data: { benefitId, on, reason } })
    : refuse('benefit-not-started')

/** 医保发〔2023〕29号 art. 3: the conclusion is a necessary basis for what the fund pays. */
const whatLacks = ({ on, insured, conclusion }: Asked<'StartBenefit' | 'ResumeBenefit'>): BenefitRefusal | undefined => {
  if (!insured) return 'not-insured'
  if (!conclusion || on < conclusion.effectiveFrom || on > conclusion.validUntil) return 'no-conclusion-in-force'
  return conclusion.grade < poolingAreaPolicy.benefitGrade ? 'below-benefit-grade' : undefined
}
