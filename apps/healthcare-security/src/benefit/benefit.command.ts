import { Inject } from '@nestjs/common'
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs'
import { type Cause, currentState, type EventStore, type Handled } from '@concord/event-store'
import {
  benefit,
  type BenefitCommand,
  conclusionInForce,
  enrolment,
  type Entitlement,
  ltciGrading,
  type Refusal,
} from '@concord/healthcare-security'
import type { PersonId } from '@concord/identity'
import { change, EVENT_STORE } from '@concord/service-kit'
import { enrolmentCodec } from '../enrolment/enrolment.codec.js'
import { ltciGradingCodec } from '../ltci-grading/ltci-grading.codec.js'
import { benefitCodec } from './benefit.codec.js'

type Entitled = Extract<BenefitCommand, Entitlement>
type WithoutEntitlement<Asked> = Asked extends Entitled ? Omit<Asked, keyof Entitlement> : Asked

export class ChangeBenefit extends Command<Handled<Refusal>> {
  constructor(
    readonly person: PersonId,
    /** Insurance and conclusion are not asked for: the agency's own records have them. */
    readonly asked: WithoutEntitlement<BenefitCommand>,
    readonly cause: Cause,
  ) {
    super()
  }
}

@CommandHandler(ChangeBenefit)
export class ChangeBenefitHandler implements ICommandHandler<ChangeBenefit> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  async execute({ person, asked, cause }: ChangeBenefit): Promise<Handled<Refusal>> {
    const rests = asked.type === 'StartBenefit' || asked.type === 'ResumeBenefit'
    const command = rests ? { ...asked, ...(await this.entitlement(person)) } : asked
    return change({ store: this.store, codec: benefitCodec }, benefit, { stream: `benefit-${person}`, cause }, command)
  }

  private async entitlement(person: PersonId): Promise<Entitlement> {
    const { store } = this
    const insurance = await currentState({ store, codec: enrolmentCodec }, enrolment, `enrolment-${person}`)
    const grading = await currentState({ store, codec: ltciGradingCodec }, ltciGrading, `ltciGrading-${person}`)
    return { insured: insurance.status === 'insured', conclusion: conclusionInForce(grading) }
  }
}
