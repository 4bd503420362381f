import { type AbilityBasis, type Applicant, deathReport, file, hardship, hardshipOn, levelOn } from '@concord/civil-affairs'
import { currentState, type EventStore } from '@concord/event-store'
import type { PersonId } from '@concord/identity'
import type { PlainDate } from '@concord/standards'
import { abilityAssessmentCodec } from '../ability-assessment/ability-assessment.codec.js'
import { deathReportCodec } from '../death-report/death-report.codec.js'
import { fileCodec } from '../file/file.codec.js'
import { hardshipCodec } from '../hardship/hardship.codec.js'
import { abilityAssessment } from '../local-deciders.js'

/** The date of birth is not asked for again: the person's file has it. */
export const bornOnFile = async (store: EventStore, person: PersonId): Promise<Applicant['bornOn']> => {
  const opened = await currentState({ store, codec: fileCodec }, file, `file-${person}`)
  return opened.status === 'open' ? opened.bornOn : 'not-on-file'
}

/** 申请人, as our own records know the person on a day. */
export const applicantOn = async (store: EventStore, person: PersonId, on: PlainDate): Promise<Applicant> => {
  const [bornOn, periods, death] = await Promise.all([
    bornOnFile(store, person),
    currentState({ store, codec: hardshipCodec }, hardship, `hardship-${person}`),
    currentState({ store, codec: deathReportCodec }, deathReport, `deathReport-${person}`),
  ])
  return { bornOn, hardship: hardshipOn(periods, on), ...(death.status === 'reported' && { diedOn: death.diedOn }) }
}

/** Our own assessment is named by its id and looked up here; what another agency's finding counts as, the caller asked the registry. */
export type NamedAbility = Omit<Extract<AbilityBasis, { from: 'own-assessment' }>, 'level'> | Extract<AbilityBasis, { from: 'recognition' }>

export const abilityOn = async (store: EventStore, person: PersonId, named: NamedAbility, on: PlainDate): Promise<AbilityBasis> => {
  if (named.from === 'recognition') return named
  const assessments = await currentState({ store, codec: abilityAssessmentCodec }, abilityAssessment, `abilityAssessment-${person}`)
  return { ...named, level: levelOn(assessments, named.findingId, on) }
}
