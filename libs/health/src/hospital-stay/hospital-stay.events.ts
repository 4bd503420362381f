import type { InstitutionCode, PlainDate } from '@concord/standards'

/** Stored names: for ever. A changed meaning is a new name. */
export type HospitalStayEvent =
  | {
      readonly type: 'HospitalAdmitted'
      readonly data: { readonly stayId: string; readonly on: PlainDate; readonly institution: InstitutionCode }
    }
  | { readonly type: 'HospitalDischarged'; readonly data: { readonly stayId: string; readonly on: PlainDate } }
