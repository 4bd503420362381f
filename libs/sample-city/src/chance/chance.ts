/** Chance that can be repeated: the same seeds give the same choices, on every machine and in every year. */
export interface Chance {
  /** A whole number from 0 to below `count`. */
  readonly below: (count: number) => number
  /** A whole number between two, both included. */
  readonly between: (least: number, most: number) => number
  readonly happens: (share: number) => boolean
  readonly oneOf: <Value>(values: readonly [Value, ...Value[]]) => Value
  /** A record id: a UUID of version 4. */
  readonly uuid: () => string
}

export const chanceOf = (...seeds: readonly number[]): Chance => {
  const next = mulberry32(seeds.reduce((mixed, seed) => scrambled(mixed ^ scrambled(seed)), 0x9e3779b9))
  const below = (count: number): number => Math.floor((next() / 2 ** 32) * count)
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    happens: (share) => next() / 2 ** 32 < share,
    oneOf: (values) => values[below(values.length)] ?? values[0],
    uuid: () => uuidFrom(hex(next()) + hex(next()) + hex(next()) + hex(next())),
  }
}

/** Tommy Ettinger's generator: 32 bits of state are plenty for the few dozen choices of one life. */
const mulberry32 = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

/** MurmurHash3's finaliser: neighbours among the seeds become strangers. */
const scrambled = (seed: number): number => {
  let mixed = seed | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

const hex = (bits: number): string => bits.toString(16).padStart(8, '0')

const uuidFrom = (digits: string): string =>
  `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`
