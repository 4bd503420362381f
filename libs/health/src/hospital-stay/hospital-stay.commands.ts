import type { InstitutionCode, PlainDate } from '@concord/standards'

export type HospitalStayCommand =
  /** 入院 */
  | { readonly type: 'AdmitToHospital'; readonly stayId: string; readonly on: PlainDate; readonly institution: InstitutionCode }
  /** 出院 */
  | { readonly type: 'DischargeFromHospital'; readonly stayId: string; readonly on: PlainDate }
