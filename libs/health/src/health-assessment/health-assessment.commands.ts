import type { InstitutionCode, PlainDate } from '@concord/standards'

export type HealthAssessmentCommand =
  /** 失能老年人健康评估 */
  | {
      readonly type: 'AssessDisabledElder'
      readonly assessmentId: string
      readonly on: PlainDate
      readonly institution: InstitutionCode
      /** From the health record; null when none was opened. */
      readonly bornOn: PlainDate | null
      /** 失能: some agency's finding in force says so; which ones count is the agreement's matter (purpose `home-health-service`). */
      readonly disabled: boolean
      /** 居家: neither in a care home nor in hospital. */
      readonly livesAtHome: boolean
    }
  /** 入户服务 */
  | { readonly type: 'RecordHomeVisit'; readonly assessmentId: string; readonly visitId: string; readonly on: PlainDate }
