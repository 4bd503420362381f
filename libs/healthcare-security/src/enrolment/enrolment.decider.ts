import { accept, refuse, type Decision } from '@concord/decider'
import type { PlainDate } from '@concord/standards'
import { stepByStep } from '../step-by-step.js'
import type { EnrolmentCommand } from './enrolment.commands.js'
import type { EnrolmentEvent, Insurance, Region } from './enrolment.events.js'

/** 参保: whether, where and how a person is insured for long-term care. */
export type Enrolment =
  | { readonly status: 'never-insured' }
  | { readonly status: 'insured'; readonly bornOn: PlainDate; readonly insuredRegion: Region; readonly insurance: Insurance }
  | { readonly status: 'lapsed'; readonly on: PlainDate }

export type EnrolmentRefusal = 'born-after-enrolment' | 'insured-already' | 'insured-there-already' | 'not-insured'

const recordedAs = {
  Enrol: 'LtcInsuranceEnrolled',
  TransferInsurance: 'LtcInsuranceTransferred',
  LapseInsurance: 'LtcInsuranceLapsed',
} as const

export const enrolment = stepByStep<EnrolmentCommand, Enrolment, EnrolmentEvent, EnrolmentRefusal>(recordedAs, {
  initial: { status: 'never-insured' },

  decide: (command, state) => {
    switch (command.type) {
      case 'Enrol':
        return enrol(command, state)
      case 'TransferInsurance':
        return transfer(command, state)
      case 'LapseInsurance':
        return lapse(command, state)
    }
  },

  evolve: (state, { type, data }) => {
    switch (type) {
      case 'LtcInsuranceEnrolled':
        return { status: 'insured', bornOn: data.bornOn, insuredRegion: data.insuredRegion, insurance: data.insurance }
      case 'LtcInsuranceTransferred':
        return { ...state, insuredRegion: data.insuredRegion }
      case 'LtcInsuranceLapsed':
        return { status: 'lapsed', on: data.on }
    }
  },
})

type Asked<Type> = Extract<EnrolmentCommand, { type: Type }>
type Answer = Decision<EnrolmentEvent, EnrolmentRefusal>

const enrol = ({ on, bornOn, insuredRegion, insurance }: Asked<'Enrol'>, state: Enrolment): Answer => {
  if (state.status === 'insured') return refuse('insured-already')
  if (on < bornOn) return refuse('born-after-enrolment')
  return accept({ type: 'LtcInsuranceEnrolled', data: { on, bornOn, insuredRegion, insurance } })
}

const transfer = ({ on, insuredRegion }: Asked<'TransferInsurance'>, state: Enrolment): Answer => {
  if (state.status !== 'insured') return refuse('not-insured')
  if (state.insuredRegion === insuredRegion) return refuse('insured-there-already')
  return accept({ type: 'LtcInsuranceTransferred', data: { on, insuredRegion } })
}

const lapse = ({ on }: Asked<'LapseInsurance'>, state: Enrolment): Answer =>
  state.status === 'insured' ? accept({ type: 'LtcInsuranceLapsed', data: { on } }) : refuse('not-insured')
