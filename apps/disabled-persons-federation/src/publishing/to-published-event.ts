import { disabledPersonsFederationEvent, type DisabledPersonsFederationEvent } from '@concord/contracts'
import type { CertificateEvent, Evaluation } from '@concord/disabled-persons-federation'
import { publishing, type Translate } from '@concord/service-kit'
import { certificateCodec } from '../certificate/certificate.codec.js'

/** How an application is handled inside the county stays private; so does what the contract does not name. */
const translate: Translate<'disabled-persons-federation', CertificateEvent> = (event) => {
  const told = inWordsOfContract(event)
  return told && disabledPersonsFederationEvent.parse(told)
}

const inWordsOfContract = (event: CertificateEvent): DisabledPersonsFederationEvent | undefined => {
  switch (event.type) {
    case 'ApplicationAccepted':
    case 'DisabilityEvaluated':
    case 'NoticeObjectionRaised':
    case 'NoticeObjectionDismissed':
      return undefined
    case 'CertificateApplied':
    case 'CertificateRefused':
    case 'CertificateRenewed':
    case 'CertificateMoved':
    case 'CertificateFrozen':
    case 'CertificateUnfrozen':
    case 'CertificateExpired':
    case 'CertificateCancelled':
    case 'EvaluationDisputed':
      return event
    case 'EvaluationPublicised':
      return { type: event.type, data: withEvaluation(event.data) }
    case 'DisabilityRegraded':
      return { type: event.type, data: withEvaluation(event.data) }
    case 'DisputeConcluded':
      return { type: event.type, data: withEvaluation(event.data) }
    case 'CertificateIssued':
      return { type: event.type, data: { ...withEvaluation(event.data), issuedOn: event.data.on } }
    case 'CertificateReissued':
      return { type: event.type, data: { ...event.data, suffix: `B${event.data.reissue}` } }
  }
}

/** Others find the components beside category and grade, which alone would hide what a multiple disability is made of. */
const withEvaluation = <Data extends { readonly evaluation: Evaluation }>({ evaluation, ...data }: Data) => ({
  ...data,
  standard: 'gbt-26341-2010' as const,
  ...evaluation,
  components: [...evaluation.components],
})

/** What 残联 tells the others of what it recorded. */
export const toPublishedEvent = publishing('disabled-persons-federation', certificateCodec, translate)
