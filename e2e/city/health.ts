import { randomUUID } from 'node:crypto'
import type { PlainDate } from '@concord/standards'
import { officeOf } from './office.js'
import type { Resident } from './resident.js'
import type { Asks } from './start-city.js'

/** 卫健: diagnoses and death certificates. */
export interface Health {
  /** 建档 */
  opensRecord(resident: Resident, on: PlainDate): Promise<void>
  /** F00, by a specialist. */
  diagnosesDementia(resident: Resident, on: PlainDate): Promise<void>
  /** 死亡医学证明 */
  certifiesDeath(resident: Resident, diedOn: PlainDate, certifiedOn: PlainDate): Promise<void>
  /** 更正: the person lives. */
  correctsDeath(resident: Resident, on: PlainDate): Promise<void>
}

export const healthOf = (city: Asks): Health => {
  const { opens, records } = officeOf(city, 'health')
  return {
    opensRecord: (resident, on) => opens(resident, { on, residenceRegion: '350203' }),
    diagnosesDementia: (resident, on) =>
      records(resident, 'diagnoses/record', { diagnosisId: randomUUID(), code: 'F00', on, bySpecialist: true }),
    certifiesDeath: (resident, diedOn, certifiedOn) => records(resident, 'death-certificate/certify', { diedOn, certifiedOn }),
    correctsDeath: (resident, on) => records(resident, 'death-certificate/correct', { on, diedOn: null }),
  }
}
