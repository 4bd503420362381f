/** Why versions are neither rebuilt nor swapped, as one sentence for the operator: what stands in the way and what to do. */
export class RebuildFault extends Error {
  override readonly name = 'RebuildFault'
}
