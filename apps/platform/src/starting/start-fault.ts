/** Why the platform does not start, as one sentence for whoever typed the command: what is wrong and what to do. */
export class StartFault extends Error {
  override readonly name = 'StartFault'
}
