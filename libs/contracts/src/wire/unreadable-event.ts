/** What came over the wire is no event that this version knows. The message says nothing of a person. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent'
}

/** Tells where an event is not as its contract has it, and not what stands there. */
export const contractBroken = (type: string, cause: { readonly issues: readonly Issue[] }): UnreadableEvent => {
  const places = cause.issues.map(({ path }) => path.join('.') || 'its root').join(', ')
  return new UnreadableEvent(`${type} breaks its contract at ${places}`, { cause })
}

interface Issue {
  readonly path: readonly PropertyKey[]
}
