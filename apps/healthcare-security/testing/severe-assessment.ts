import { institutionCodeFrom } from '@concord/standards'

/** A step of a made-up assessment: the last part of its address, and the body. */
export type Step = readonly [verb: string, body: Readonly<Record<string, unknown>>]

export const expert = (id: string) => ({ id, role: 'expert' })
const assessor = (id: string) => ({ id, role: 'assessor' })

export const onsite = {
  items: { adl: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], cognition: [4, 4, 4, 4], perception: [4, 4, 4] },
  present: ['guardian'],
  videoDigest: 'ab'.repeat(32),
  neighboursAsked: true,
  medicalRecordsConsulted: true,
}

const team = { institution: institutionCodeFrom('12350200MB000001'), assessors: [assessor('P-001'), expert('E-001')] }

/** From the application to the public notice, of a severely disabled person. */
export const severeAssessment = (assessmentId: string): readonly Step[] => [
  ['apply', { assessmentId, on: '2026-03-02', kind: 'first', selfAssessmentWaived: true }],
  ['accept', { assessmentId, on: '2026-03-04' }],
  ['assign', { assessmentId, on: '2026-03-05', ...team }],
  ['recuse', { assessmentId, on: '2026-03-06', assessor: 'P-001', ground: 'kin', replacement: assessor('P-002') }],
  ['complete-onsite', { assessmentId, on: '2026-03-10', ...onsite }],
  ['confirm', { assessmentId, on: '2026-03-12', confirmedBy: [expert('E-001'), expert('E-002')] }],
  ['publicise', { assessmentId, on: '2026-03-13' }],
]
