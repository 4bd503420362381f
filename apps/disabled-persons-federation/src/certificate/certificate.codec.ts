import type { CertificateEvent } from '@concord/disabled-persons-federation'
import { asStored, codecOf } from '@concord/event-store'

export const certificateCodec = codecOf<CertificateEvent>({
  CertificateApplied: asStored,
  ApplicationAccepted: asStored,
  DisabilityEvaluated: asStored,
  EvaluationPublicised: asStored,
  NoticeObjectionRaised: asStored,
  NoticeObjectionDismissed: asStored,
  CertificateRefused: asStored,
  CertificateIssued: asStored,
  CertificateRenewed: asStored,
  CertificateReissued: asStored,
  DisabilityRegraded: asStored,
  CertificateMoved: asStored,
  CertificateFrozen: asStored,
  CertificateUnfrozen: asStored,
  CertificateExpired: asStored,
  CertificateCancelled: asStored,
  EvaluationDisputed: asStored,
  DisputeConcluded: asStored,
})
