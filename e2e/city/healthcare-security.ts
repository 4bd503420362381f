import { randomUUID } from 'node:crypto'
import { addMonths, addWorkingDays, institutionCodeFrom, type PlainDate } from '@concord/standards'
import { dayAfter } from './calendar.js'
import { officeOf } from './office.js'
import type { Resident } from './resident.js'
import type { Answer, Asks } from './start-city.js'

const institution = institutionCodeFrom('12350299MB101100')
const expert = (id: string) => ({ id, role: 'expert' })

/** 重度失能Ⅰ级: every item of daily living at its lowest, everything else intact. */
const severe = { adl: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], cognition: [4, 4, 4, 4], perception: [4, 4, 4] }
const onsite = { items: severe, present: ['guardian'], videoDigest: 'ab'.repeat(32), neighboursAsked: true, medicalRecordsConsulted: true }

/** Of the city: five working days. */
export const noticeEndsAfter = (publicisedOn: PlainDate): PlainDate => addWorkingDays(publicisedOn, 5)

/** 医保: long-term care insurance. */
export interface HealthcareSecurity {
  /** 参保 */
  enrols(resident: Resident, on: PlainDate): Promise<void>
  /** 申请 to 公示 of a severe grade, all on one day. @returns the assessment's id */
  publicisesSevereGrade(resident: Resident, on: PlainDate): Promise<string>
  /** 送达 */
  delivers(resident: Resident, assessmentId: string, on: PlainDate): Promise<void>
  triesToDeliver(resident: Resident, assessmentId: string, on: PlainDate): Promise<Answer>
  /** 公示 on that day, and 送达 when the notice is over. @returns the assessment's id */
  gradesSevere(resident: Resident, publicisedOn: PlainDate): Promise<string>
  /** 撤销 */
  revokes(resident: Resident, assessmentId: string, on: PlainDate, reason: 'fraud' | 'procedure' | 'error'): Promise<void>
}

export const healthcareSecurityOf = (city: Asks): HealthcareSecurity => {
  const { opens, records, tries } = officeOf(city, 'healthcare-security')
  const delivery = (assessmentId: string, on: PlainDate) => ({ assessmentId, on, validUntil: addMonths(on, 24) })

  const office: HealthcareSecurity = {
    enrols: (resident, on) => opens(resident, { on, insuredRegion: '350203', insurance: 'resident' }),

    publicisesSevereGrade: async (resident, on) => {
      const step = { assessmentId: randomUUID(), on }
      await records(resident, 'ltci-grading/apply', { ...step, kind: 'first', selfAssessmentWaived: true })
      await records(resident, 'ltci-grading/accept', step)
      const assessors = [{ id: 'A-1', role: 'assessor' }, expert('E-1')]
      await records(resident, 'ltci-grading/assign', { ...step, institution, assessors })
      await records(resident, 'ltci-grading/complete-onsite', { ...step, ...onsite })
      await records(resident, 'ltci-grading/confirm', { ...step, confirmedBy: [expert('E-1'), expert('E-2')] })
      await records(resident, 'ltci-grading/publicise', step)
      return step.assessmentId
    },

    delivers: (resident, assessmentId, on) => records(resident, 'ltci-grading/conclude', delivery(assessmentId, on)),
    triesToDeliver: (resident, assessmentId, on) => tries(resident, 'ltci-grading/conclude', delivery(assessmentId, on)),

    gradesSevere: async (resident, publicisedOn) => {
      const assessmentId = await office.publicisesSevereGrade(resident, publicisedOn)
      await office.delivers(resident, assessmentId, dayAfter(noticeEndsAfter(publicisedOn)))
      return assessmentId
    },

    revokes: (resident, assessmentId, on, reason) => records(resident, 'ltci-grading/revoke', { assessmentId, on, reason }),
  }
  return office
}
