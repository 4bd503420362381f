import { accept, refuse, type Decider, type Decision } from '@concord/decider'
import type { InstitutionCode, PlainDate } from '@concord/standards'
import type { HospitalStayCommand } from './hospital-stay.commands.js'
import type { HospitalStayEvent } from './hospital-stay.events.js'

/** 住院: one stay at a time, earlier ones in the order in which they ended. */
export type HospitalStays =
  | { readonly status: 'out-of-hospital'; readonly ended: readonly EndedStay[] }
  | { readonly status: 'in-hospital'; readonly stay: Stay; readonly ended: readonly EndedStay[] }

interface Stay {
  readonly stayId: string
  readonly from: PlainDate
  readonly institution: InstitutionCode
}
type EndedStay = Stay & { readonly until: PlainDate }

export type HospitalStayRefusal =
  | 'in-hospital-already'
  | 'stay-id-used-already'
  | 'admitted-before-last-discharge'
  | 'stay-unknown'
  | 'discharged-already'
  | 'discharged-before-admission'

export const hospitalStay: Decider<HospitalStayCommand, HospitalStays, HospitalStayEvent, HospitalStayRefusal> = {
  initial: { status: 'out-of-hospital', ended: [] },

  decide: (command, stays) => {
    switch (command.type) {
      case 'AdmitToHospital':
        return admit(command, stays)
      case 'DischargeFromHospital':
        return discharge(command, stays)
    }
  },

  evolve: (stays, { type, data }) => {
    switch (type) {
      case 'HospitalAdmitted':
        return { ...stays, status: 'in-hospital', stay: { stayId: data.stayId, from: data.on, institution: data.institution } }
      case 'HospitalDischarged':
        if (stays.status === 'out-of-hospital') return stays
        return { status: 'out-of-hospital', ended: [...stays.ended, { ...stays.stay, until: data.on }] }
    }
  },
}

type Asked<Type> = Extract<HospitalStayCommand, { type: Type }>
type Answer = Decision<HospitalStayEvent, HospitalStayRefusal>

const admit = ({ stayId, on, institution }: Asked<'AdmitToHospital'>, stays: HospitalStays): Answer => {
  const known = everyStay(stays).find((stay) => stay.stayId === stayId)
  if (known) return known.from === on && known.institution === institution ? accept() : refuse('stay-id-used-already')
  if (stays.status === 'in-hospital') return refuse('in-hospital-already')
  const last = stays.ended.at(-1)
  if (last && on < last.until) return refuse('admitted-before-last-discharge')
  return accept({ type: 'HospitalAdmitted', data: { stayId, on, institution } })
}

const everyStay = (stays: HospitalStays): readonly Stay[] => (stays.status === 'in-hospital' ? [...stays.ended, stays.stay] : stays.ended)

const discharge = ({ stayId, on }: Asked<'DischargeFromHospital'>, stays: HospitalStays): Answer => {
  const ended = stays.ended.find((stay) => stay.stayId === stayId)
  if (ended) return ended.until === on ? accept() : refuse('discharged-already')
  if (stays.status === 'out-of-hospital' || stays.stay.stayId !== stayId) return refuse('stay-unknown')
  return on < stays.stay.from ? refuse('discharged-before-admission') : accept({ type: 'HospitalDischarged', data: { stayId, on } })
}
