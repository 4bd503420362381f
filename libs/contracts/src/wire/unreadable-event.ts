/** What came over the wire is no event that this version knows. The message says nothing of a person. */
export class UnreadableEvent extends Error {
  override readonly name = 'UnreadableEvent'
}
