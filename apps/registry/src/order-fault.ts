/** Why an operator's order is not carried out, as one sentence: what is in the way and what to do. */
export class OrderFault extends Error {
  override readonly name = 'OrderFault'
}
