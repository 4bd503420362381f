import { Inject } from '@nestjs/common'
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs'
import { type Cause, currentState, type EventStore, type Handled } from '@concord/event-store'
import { enrolment, ltciGrading, type LtciGradingCommand, type Refusal } from '@concord/healthcare-security'
import type { PersonId } from '@concord/identity'
import { change, EVENT_STORE } from '@concord/service-kit'
import { enrolmentCodec } from '../enrolment/enrolment.codec.js'
import { ltciGradingCodec } from './ltci-grading.codec.js'

type Accepting = Extract<LtciGradingCommand, { type: 'AcceptApplication' }>

export class ChangeLtciGrading extends Command<Handled<Refusal>> {
  constructor(
    readonly person: PersonId,
    /** Where the person is insured is not asked for again: the enrolment has it. */
    readonly asked: Exclude<LtciGradingCommand, Accepting> | Omit<Accepting, 'insuredRegion'>,
    readonly cause: Cause,
  ) {
    super()
  }
}

@CommandHandler(ChangeLtciGrading)
export class ChangeLtciGradingHandler implements ICommandHandler<ChangeLtciGrading> {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  async execute({ person, asked, cause }: ChangeLtciGrading): Promise<Handled<Refusal>> {
    const command = asked.type === 'AcceptApplication' ? { ...asked, insuredRegion: await this.insuredRegion(person) } : asked
    const memory = { store: this.store, codec: ltciGradingCodec }
    return change(memory, ltciGrading, { stream: `ltciGrading-${person}`, cause }, command)
  }

  private async insuredRegion(person: PersonId): Promise<string | undefined> {
    const state = await currentState({ store: this.store, codec: enrolmentCodec }, enrolment, `enrolment-${person}`)
    return state.status === 'insured' ? state.insuredRegion : undefined
  }
}
