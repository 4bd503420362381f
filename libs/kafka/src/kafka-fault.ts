export type KafkaFaultKind = 'wrong-settings' | 'unreachable' | 'not-trusted' | 'not-let-in' | 'not-allowed' | 'refused'

/** Why Kafka cannot be used. The message is one sentence for whoever set it up: what is wrong and what to do. */
export class KafkaFault extends Error {
  override readonly name = 'KafkaFault'
  readonly kind: KafkaFaultKind

  constructor(kind: KafkaFaultKind, message: string) {
    super(message)
    this.kind = kind
  }
}
