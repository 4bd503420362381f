import type { DisabledPersonsFederationEvent } from '@concord/contracts'
import type { PlainDate } from '@concord/standards'
import type { Determination } from './finding.js'
import { annul, begin, mark, type DataOf, type Meaning } from './statement.js'

/** What each event of 残联 says. */
export const disabledPersonsFederationFacts: Meaning<DisabledPersonsFederationEvent['type']> = {
  CertificateApplied: ({ on, bornOn, householdRegion }) => [
    { says: 'born', on: bornOn },
    begin(on, { kind: 'household-region', key: 'disabled-persons-federation', region: householdRegion }),
  ],
  EvaluationPublicised: (data) => [{ says: 'determined', determination: evaluation(data) }],
  CertificateRefused: ({ certificateId, on }) => [mark(certificateId, 'refused', on)],
  CertificateIssued: (data) => [{ says: 'determined', determination: { ...evaluation(data, data.issuedOn), validUntil: data.validUntil } }],
  CertificateRenewed: ({ certificateId, on, validUntil }) => [{ says: 'extended', record: certificateId, on, validUntil }],
  /** A new print of the same certificate: its number gains a suffix, the finding stays as it is. */
  CertificateReissued: () => [],
  DisabilityRegraded: (data) => [{ says: 'determined', determination: evaluation(data, data.on) }],
  CertificateMoved: ({ on, householdRegion }) => [
    begin(on, { kind: 'household-region', key: 'disabled-persons-federation', region: householdRegion }),
  ],
  CertificateFrozen: ({ certificateId, on }) => [mark(certificateId, 'frozen', on)],
  CertificateUnfrozen: ({ certificateId, on }) => [mark(certificateId, 'unfrozen', on)],
  CertificateExpired: ({ certificateId, on }) => [mark(certificateId, 'ended-early', on)],
  CertificateCancelled: ({ certificateId, on, reason }) => [(reason === 'fraud' ? annul : mark)(certificateId, 'cancelled', on)],
  EvaluationDisputed: ({ certificateId, on }) => [mark(certificateId, 'disputed', on)],
  DisputeConcluded: (data) => [{ says: 'determined', determination: evaluation(data, data.on) }],
}

type Evaluation = DataOf['EvaluationPublicised'] | DataOf['CertificateIssued'] | DataOf['DisabilityRegraded'] | DataOf['DisputeConcluded']

const evaluation = (data: Evaluation, effectiveFrom?: PlainDate): Determination => ({
  standard: data.standard,
  record: data.certificateId,
  grade: data.grade,
  scores: {},
  items: [],
  category: data.category,
  components: data.components,
  determinedOn: data.determinedOn,
  institution: data.institution,
  assessors: [],
  ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
})
