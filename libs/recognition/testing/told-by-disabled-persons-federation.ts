import { by, hospital, type Telling, uuid, yearsAfter } from './telling.js'

const federation = by('disabled-persons-federation')

/** 残联 */
export interface CertificateWords {
  readonly id?: number
  readonly on: string
  readonly grade?: number
  readonly category?: number
  readonly components?: readonly { readonly category: number; readonly grade: number }[]
  readonly until?: string
  readonly recorded?: string
}

const evaluation = ({ id = 40, on, grade = 2, category = 4, components = [{ category, grade }] }: CertificateWords) => ({
  certificateId: uuid(id),
  standard: 'gbt-26341-2010',
  category,
  grade,
  components,
  determinedOn: on,
  institution: hospital,
})

const about = (on: string, id: number) => ({ certificateId: uuid(id), on })

export const evaluationPublicised = (words: CertificateWords): Telling =>
  federation('EvaluationPublicised', { ...evaluation(words), noticeEndsOn: words.until ?? words.on }, words.recorded ?? words.on)
export const certificateIssued = (words: CertificateWords): Telling =>
  federation(
    'CertificateIssued',
    { ...evaluation(words), issuedOn: words.on, validUntil: words.until ?? yearsAfter(words.on, 10) },
    words.recorded ?? words.on,
  )
export const regraded = (words: CertificateWords): Telling =>
  federation('DisabilityRegraded', { ...evaluation(words), on: words.on }, words.recorded ?? words.on)
export const disputeConcluded = (words: CertificateWords, final = true): Telling =>
  federation('DisputeConcluded', { ...evaluation(words), on: words.on, final }, words.recorded ?? words.on)
export const certificateRefused = (on: string, reason = 'standard-not-met', id = 40): Telling =>
  federation('CertificateRefused', { ...about(on, id), reason }, on)
export const certificateReissued = (on: string, id = 40): Telling =>
  federation('CertificateReissued', { ...about(on, id), suffix: 'B1' }, on)
export const certificateRenewed = (on: string, validUntil: string, id = 40): Telling =>
  federation('CertificateRenewed', { ...about(on, id), validUntil }, on)
export const certificateFrozen = (on: string, id = 40): Telling =>
  federation('CertificateFrozen', { ...about(on, id), reason: 'data-check' }, on)
export const certificateUnfrozen = (on: string, id = 40): Telling => federation('CertificateUnfrozen', about(on, id), on)
export const certificateCancelled = (on: string, reason = 'own-wish', id = 40): Telling =>
  federation('CertificateCancelled', { ...about(on, id), reason }, on)
export const certificateDisputed = (on: string, id = 40): Telling => federation('EvaluationDisputed', about(on, id), on)
