/** Of what a source can have recorded: positions are counted from 1 and kept in 64 bits with a sign. */
export const lastPosition = 2n ** 63n - 1n
