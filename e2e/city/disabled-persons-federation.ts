import { randomUUID } from 'node:crypto'
import { addWorkingDays, institutionCodeFrom, type PlainDate } from '@concord/standards'
import { dayAfter } from './calendar.js'
import { officeOf } from './office.js'
import type { Resident } from './resident.js'
import type { Asks } from './start-city.js'

const hospital = institutionCodeFrom('12350299MB303100')

/** 肢体残疾 of a grade: 1 极重度 … 4 轻度 */
const limb = (grade: number, determinedOn: PlainDate) => ({
  evaluation: { category: 4, grade, components: [{ category: 4, grade }], determinedOn, institution: hospital },
  designated: true,
})

/** 残联: the disability certificate. */
export interface DisabledPersonsFederation {
  /** 申领 to 公示, all on one day. @returns the certificate's id */
  publicisesLimbGrade(resident: Resident, grade: number, on: PlainDate): Promise<string>
  /** 公示 on that day, and 核发 when the notice is over. @returns the certificate's id */
  issuesCertificate(resident: Resident, grade: number, publicisedOn: PlainDate): Promise<string>
  /** 重新评定 */
  regrades(resident: Resident, certificateId: string, grade: number, on: PlainDate): Promise<void>
}

export const disabledPersonsFederationOf = (city: Asks): DisabledPersonsFederation => {
  const { opens, records } = officeOf(city, 'disabled-persons-federation')
  const office: DisabledPersonsFederation = {
    publicisesLimbGrade: async (resident, grade, on) => {
      const about = { certificateId: randomUUID(), on }
      await opens(resident, { ...about, householdRegion: '350203' })
      await records(resident, 'certificate/accept', about)
      await records(resident, 'certificate/evaluate', { ...about, ...limb(grade, on) })
      await records(resident, 'certificate/publicise', about)
      return about.certificateId
    },
    issuesCertificate: async (resident, grade, publicisedOn) => {
      const certificateId = await office.publicisesLimbGrade(resident, grade, publicisedOn)
      await records(resident, 'certificate/issue', { certificateId, on: dayAfter(addWorkingDays(publicisedOn, 5)) })
      return certificateId
    },
    regrades: (resident, certificateId, grade, on) => records(resident, 'certificate/regrade', { certificateId, on, ...limb(grade, on) }),
  }
  return office
}
