import { Inject } from '@nestjs/common'
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs'
import type { Claim, SubsidyCommand, SubsidyRefusal } from '@concord/civil-affairs'
import type { Cause, EventStore, Handled } from '@concord/event-store'
import type { PersonId } from '@concord/identity'
import { change, EVENT_STORE } from '@concord/service-kit'
import { abilityOn, applicantOn, type NamedAbility } from '../applicant/applicant.js'
import { subsidies } from '../local-deciders.js'
import { subsidiesCodec } from './subsidies.codec.js'

type Granting = Extract<SubsidyCommand, { type: 'GrantSubsidy' }>
type ElderNursing = Extract<Claim, { kind: 'elder-nursing' }>

/** What the caller says; what our own records know is added here. */
export type AskedGrant = Omit<Granting, 'applicant' | 'claim'> & {
  readonly claim: Exclude<Claim, ElderNursing> | (Omit<ElderNursing, 'ability'> & { readonly ability: NamedAbility })
}

export class ChangeSubsidies extends Command<Handled<SubsidyRefusal>> {
  constructor(
    readonly person: PersonId,
    readonly asked: AskedGrant | Exclude<SubsidyCommand, Granting>,
    readonly cause: Cause,
  ) {
    super()
  }
}

@CommandHandler(ChangeSubsidies)
export class ChangeSubsidiesHandler implements ICommandHandler<ChangeSubsidies> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  async execute({ person, asked, cause }: ChangeSubsidies): Promise<Handled<SubsidyRefusal>> {
    const command = asked.type === 'GrantSubsidy' ? await this.withFacts(person, asked) : asked
    return change({ store: this.store, codec: subsidiesCodec }, subsidies, { stream: `subsidies-${person}`, cause }, command)
  }

  private async withFacts(person: PersonId, asked: AskedGrant): Promise<Granting> {
    const { claim, on } = asked
    const applicant = await applicantOn(this.store, person, on)
    if (claim.kind !== 'elder-nursing') return { ...asked, applicant, claim }
    return { ...asked, applicant, claim: { ...claim, ability: await abilityOn(this.store, person, claim.ability, on) } }
  }
}
