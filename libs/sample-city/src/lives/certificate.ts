import { addDays, addWorkingDays, type PlainDate } from '@concord/standards'
import type { Row } from '../files/agency-file.js'
import { disabilityLivingSubsidies, disabilityNursingSubsidies } from '../files/civil-affairs.files.js'
import { certificates, regradings } from '../files/disabled-persons-federation.files.js'
import { type Evaluation, evaluationOf } from '../findings/evaluations.js'
import { hospitals } from '../population/institutions.js'
import type { Resident } from '../population/resident.js'
import { certifiedOfDisabled } from '../population/shares.js'

export interface Certificate {
  readonly certificateId: string
  readonly evaluation: Evaluation
  readonly issuedOn: PlainDate
  readonly row: Row
}

/** 残疾人证, from the application to the card; `daysAgo` is the application's. It is issued some three weeks later. */
export const certificate = (resident: Resident, evaluation: Evaluation, daysAgo: number): Certificate => {
  const { chance, calendar, document, bornOnColumn: bornOn, householdRegion } = resident
  const certificateId = chance.uuid()
  const publicisedOn = calendar.daysAgo(daysAgo - 5)
  const issuedOn = addDays(addWorkingDays(publicisedOn, 5), 3)
  const row = certificates({
    document,
    certificateId,
    bornOn,
    appliedOn: calendar.daysAgo(daysAgo),
    householdRegion,
    determinedOn: calendar.daysAgo(daysAgo - 4),
    institution: chance.oneOf(hospitals),
    ...evaluation,
    publicisedOn,
    issuedOn,
  })
  return { certificateId, evaluation, issuedOn, row }
}

/** Of the disabled elders some hold a certificate, too; it is voluntary, and nothing is paid on it here. */
export function* certificateOfDisabled(resident: Resident): Generator<Row> {
  const { chance, stratum } = resident
  const isDisabled = stratum === 'severe' || stratum === 'disabled'
  if (isDisabled && chance.happens(certifiedOfDisabled)) yield certificate(resident, evaluationOf(chance), chance.between(500, 3000)).row
}

/** 重新评定 on the day it was made. */
export const regrading = (
  { document, chance, calendar }: Resident,
  { certificateId }: Pick<Certificate, 'certificateId'>,
  to: { readonly evaluation: Evaluation; readonly daysAgo: number },
): Row => {
  const on = calendar.daysAgo(to.daysAgo)
  return regradings({ document, certificateId, on, determinedOn: on, institution: chance.oneOf(hospitals), ...to.evaluation })
}

interface Paid {
  readonly on: PlainDate
  readonly stoppedOn?: PlainDate
  readonly stopReason?: 'deceased' | 'basis-ended'
}

/** 重度残疾人护理补贴, by the grade of the certificate. */
export const disabilityNursingSubsidy = (
  { document, bornOnColumn: bornOn, chance }: Resident,
  { certificateId, evaluation: { grade, components } }: Certificate,
  paid: Paid,
): Row =>
  disabilityNursingSubsidies({
    document,
    bornOn,
    subsidyId: chance.uuid(),
    monthlyFen: grade === 1 ? 11500 : 8500,
    certificateId,
    grade,
    components,
    needsLongTermCare: true,
    ...paid,
  })

/** 困难残疾人生活补贴, for a person in a 低保 household. */
export const disabilityLivingSubsidy = (
  { document, bornOnColumn: bornOn, chance }: Resident,
  { certificateId, evaluation: { grade, components } }: Certificate,
  on: PlainDate,
): Row =>
  disabilityLivingSubsidies({
    document,
    bornOn,
    hardship: 'low-income',
    subsidyId: chance.uuid(),
    on,
    monthlyFen: 12100,
    certificateId,
    grade,
    components,
  })
