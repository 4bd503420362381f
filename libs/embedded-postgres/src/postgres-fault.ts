export type PostgresFaultKind =
  | 'no-binaries'
  | 'already-running'
  | 'not-permitted'
  | 'disk-full'
  | 'other-version'
  | 'port-taken'
  | 'damaged'
  | 'unreachable'
  | 'cannot-start'

/** Why there is no server. The message is one sentence for whoever typed the command: what is wrong and what to do. */
export class PostgresFault extends Error {
  override readonly name = 'PostgresFault'
  readonly kind: PostgresFaultKind

  constructor(kind: PostgresFaultKind, message: string) {
    super(message)
    this.kind = kind
  }
}
