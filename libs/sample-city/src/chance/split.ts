export interface Place {
  readonly taken: boolean
  /** Among the taken, or among the rest. */
  readonly number: number
}

export interface Share {
  /** Of all, 0 to 1. */
  readonly share: number
  /** 0 to below 1: where the even spread begins. */
  readonly phase: number
  /** How many are taken in advance: the spread waits until it has caught up with them. */
  readonly inAdvance: number
}

/**
 * Of things numbered 0, 1, 2 … takes a share, spread evenly, and numbers those taken and the rest anew. Exact for every count, without
 * chance and without memory: a city of any size has its shares, and any one person can be worked out alone.
 */
export const split = ({ share, phase, inAdvance }: Share) => {
  const takenBefore = (number: number): number => Math.max(inAdvance, Math.floor(number * share + phase))
  return (number: number): Place => {
    const before = takenBefore(number)
    return takenBefore(number + 1) > before ? { taken: true, number: before } : { taken: false, number: number - before }
  }
}
