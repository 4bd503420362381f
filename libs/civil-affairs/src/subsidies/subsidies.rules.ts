import { covered, deceased, notOnFile, tooAble, tooYoung, type Applicant, type Ineligible } from '../eligibility.js'
import type { Policy } from '../policy/policy.js'
import type { Certificate, SubsidyCommand } from './subsidies.commands.js'

export type Excluded = Ineligible | 'not-in-hardship' | 'disability-too-light' | 'no-long-term-care-need'

/** What the rules of a subsidy say against granting it on these facts. */
export const excluded = (asked: Extract<SubsidyCommand, { type: 'GrantSubsidy' }>, policy: Policy): Excluded | undefined => {
  const { claim, applicant, on } = asked
  const unfit = notOnFile(applicant) ?? deceased(applicant, on)
  if (unfit) return unfit
  switch (claim.kind) {
    case 'disability-living':
      return covered(applicant) ?? notInHardship(applicant, claim.certificate, policy.disabilityLiving)
    case 'disability-nursing':
      return covered(applicant) ?? tooLight(claim.certificate, policy.disabilityNursing) ?? noCareNeed(claim)
    case 'elder-nursing':
      return tooYoung(applicant, on, policy.elderNursing.minimumAge) ?? tooAble(claim.ability, policy.elderNursing.mildestLevel)
  }
}

const notInHardship = ({ hardship }: Applicant, { grade }: Certificate, { ways }: Policy['disabilityLiving']) =>
  ways.some((way) => grade <= way.mildestGrade && way.hardship.some((status) => status === hardship)) ? undefined : 'not-in-hardship'

const tooLight = (certificate: Certificate, { mildestGrade, lighterComponents }: Policy['disabilityNursing']) => {
  const severe = certificate.grade <= mildestGrade
  const extended = certificate.components.some(({ category, grade }) =>
    lighterComponents.some((lighter) => lighter.category === category && grade <= lighter.mildestGrade),
  )
  return severe || extended ? undefined : 'disability-too-light'
}

const noCareNeed = ({ needsLongTermCare }: { readonly needsLongTermCare: boolean }) =>
  needsLongTermCare ? undefined : 'no-long-term-care-need'
