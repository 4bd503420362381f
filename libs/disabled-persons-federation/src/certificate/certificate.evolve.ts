import type { CardEvent, CertificateEvent } from './certificate.events.js'
import type { Card, Certificate, CertificateFile } from './certificate.state.js'

export const evolve = (file: CertificateFile, event: CertificateEvent): CertificateFile => ({
  certificate: certificateAfter(event, file.certificate),
  certificateIds: event.type === 'CertificateApplied' ? [...file.certificateIds, event.data.certificateId] : file.certificateIds,
  householdRegion: 'householdRegion' in event.data ? event.data.householdRegion : file.householdRegion,
  recorded: [...file.recorded, event],
})

const certificateAfter = (event: CertificateEvent, before: Certificate): Certificate => {
  switch (event.type) {
    case 'CertificateApplied':
      return { status: 'applied' }
    case 'ApplicationAccepted':
      return { status: 'accepted', on: event.data.on }
    case 'DisabilityEvaluated':
      return { status: 'evaluated', evaluation: event.data.evaluation }
    case 'EvaluationPublicised':
      return { status: 'on-notice', evaluation: event.data.evaluation, noticeEndsOn: event.data.noticeEndsOn, objectionOpen: false }
    case 'NoticeObjectionRaised':
    case 'NoticeObjectionDismissed':
      return before.status === 'on-notice' ? { ...before, objectionOpen: event.type === 'NoticeObjectionRaised' } : before
    case 'CertificateRefused':
      return { status: 'refused' }
    case 'CertificateIssued':
      return { status: 'valid', card: issuedBy(event.data) }
    case 'CertificateCancelled':
      return { status: 'cancelled', on: event.data.on }
    case 'CertificateMoved':
      return before
    case 'CertificateFrozen':
    case 'CertificateUnfrozen':
    case 'CertificateExpired':
    case 'CertificateRenewed':
      return 'card' in before ? standingAfter(event, before.card) : before
    case 'CertificateReissued':
    case 'DisabilityRegraded':
    case 'EvaluationDisputed':
    case 'DisputeConcluded':
      return 'card' in before ? { ...before, card: cardAfter(event, before.card) } : before
  }
}

type Happened<Type extends CertificateEvent['type']> = Extract<CertificateEvent, { type: Type }>

const issuedBy = ({ evaluation, validUntil, on }: Happened<'CertificateIssued'>['data']): Card => ({
  evaluation,
  validUntil,
  reissues: 0,
  dispute: { stage: 'none', since: on },
})

type StandingEvent = Happened<'CertificateFrozen' | 'CertificateUnfrozen' | 'CertificateExpired' | 'CertificateRenewed'>

const standingAfter = (event: StandingEvent, card: Card): Certificate => {
  switch (event.type) {
    case 'CertificateFrozen':
      return { status: 'frozen', card, reason: event.data.reason }
    case 'CertificateUnfrozen':
      return { status: 'valid', card }
    case 'CertificateExpired':
      return { status: 'expired', card }
    case 'CertificateRenewed':
      return { status: 'valid', card: { ...card, validUntil: event.data.validUntil } }
  }
}

const cardAfter = (event: Exclude<CardEvent, StandingEvent | Happened<'CertificateMoved' | 'CertificateCancelled'>>, card: Card): Card => {
  switch (event.type) {
    case 'CertificateReissued':
      return { ...card, reissues: event.data.reissue }
    case 'DisabilityRegraded':
      return { ...card, evaluation: event.data.evaluation, dispute: { stage: 'none', since: event.data.on } }
    case 'EvaluationDisputed':
      return { ...card, dispute: { stage: event.data.before === 'city' ? 'before-city' : 'before-province' } }
    case 'DisputeConcluded':
      return {
        ...card,
        evaluation: event.data.evaluation,
        dispute: event.data.final ? { stage: 'final' } : { stage: 'answered-by-city', since: event.data.on },
      }
  }
}
