/** Chance that can be repeated: the same seed gives the same choices. */
export interface Chance {
  /** A whole number from 0 to below `count`. */
  readonly below: (count: number) => number
  /** Both included. */
  readonly between: (least: number, most: number) => number
  readonly oneOf: <Value>(values: readonly [Value, ...Value[]]) => Value
}

export const chanceOf = (seed: number): Chance => {
  let state = seed | 0
  /** mulberry32 */
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (count: number): number => Math.floor(next() * count)
  return { below, between: (least, most) => least + below(most - least + 1), oneOf: (values) => values[below(values.length)] ?? values[0] }
}
