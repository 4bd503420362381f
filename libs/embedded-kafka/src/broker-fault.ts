export type BrokerFaultKind =
  | 'no-java'
  | 'old-java'
  | 'no-maven'
  | 'no-jars'
  | 'already-running'
  | 'not-permitted'
  | 'disk-full'
  | 'port-taken'
  | 'other-cluster'
  | 'other-version'
  | 'damaged'
  | 'cannot-start'

/** Why there is no broker. The message is one sentence for whoever typed the command: what is wrong and what to do. */
export class BrokerFault extends Error {
  override readonly name = 'BrokerFault'
  readonly kind: BrokerFaultKind

  constructor(kind: BrokerFaultKind, message: string) {
    super(message)
    this.kind = kind
  }
}
