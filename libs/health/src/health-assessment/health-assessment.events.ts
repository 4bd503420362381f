import type { InstitutionCode, PlainDate } from '@concord/standards'

/** Stored names: for ever. A changed meaning is a new name. */
export type HealthAssessmentEvent =
  | {
      readonly type: 'DisabledElderHealthAssessed'
      readonly data: {
        readonly assessmentId: string
        readonly on: PlainDate
        /** The last day on which it counts: the same day a year later, as periods of years end (民法典 art. 202). */
        readonly validUntil: PlainDate
        readonly institution: InstitutionCode
      }
    }
  | {
      readonly type: 'HomeVisitMade'
      readonly data: { readonly assessmentId: string; readonly visitId: string; readonly on: PlainDate }
    }
