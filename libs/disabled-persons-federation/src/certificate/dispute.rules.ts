import { accept, refuse, type Decision } from '@concord/decider'
import { addWorkingDays } from '@concord/standards'
import { certificateTerms as terms } from './certificate-terms.js'
import type { Asked } from './certificate.commands.js'
import type { CardEvent } from './certificate.events.js'
import { refuseAt, type CertificateFile, type Standing } from './certificate.state.js'
import { flawIn, type EvaluationFlaw } from './evaluation.js'

export type DisputeRefusal =
  Standing | EvaluationFlaw | 'dispute-open' | 'no-dispute-open' | 'term-to-dispute-over' | 'provincial-opinion-is-final'

type Answer = Decision<CardEvent, DisputeRefusal>

/** 残疾人证管理办法 art. 25: to the city first, then to the province's committee of experts, whose opinion is final. */
export const raise = ({ certificateId, on }: Asked<'DisputeEvaluation'>, { certificate }: CertificateFile): Answer => {
  if (!('card' in certificate)) return refuseAt(certificate)
  const dispute = certificate.card.dispute
  switch (dispute.stage) {
    case 'none':
    case 'answered-by-city':
      if (on > addWorkingDays(dispute.since, terms.disputeWorkingDays)) return refuse('term-to-dispute-over')
      return accept({ type: 'EvaluationDisputed', data: { certificateId, on, before: dispute.stage === 'none' ? 'city' : 'province' } })
    case 'before-city':
    case 'before-province':
      return refuse('dispute-open')
    case 'final':
      return refuse('provincial-opinion-is-final')
  }
}

/** The answer is an evaluation that takes the place of the disputed one, be it the same. */
export const conclude = ({ certificateId, on, evaluation }: Asked<'ConcludeDispute'>, { certificate }: CertificateFile): Answer => {
  if (!('card' in certificate)) return refuseAt(certificate)
  const { stage } = certificate.card.dispute
  if (stage !== 'before-city' && stage !== 'before-province') return refuse('no-dispute-open')
  const flaw = flawIn(evaluation, { from: certificate.card.evaluation.determinedOn, until: on })
  if (flaw) return refuse(flaw)
  return accept({ type: 'DisputeConcluded', data: { certificateId, on, evaluation, final: stage === 'before-province' } })
}
