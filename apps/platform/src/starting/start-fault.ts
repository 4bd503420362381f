/** Why the platform does not start, as one sentence for whoever typed the command: what is wrong and what to do. */
export class StartFault extends Error {
  override readonly name = 'StartFault'
}

/** What a city cannot do without is lost. The message ends with what to put back a copy of; a start may begin anew instead. */
export class LossFault extends Error {
  override readonly name = 'LossFault'
}
