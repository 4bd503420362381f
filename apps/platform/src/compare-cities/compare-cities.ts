import { isDeepStrictEqual } from 'node:util'
import type { Agreement } from '@concord/recognition'
import type { CityAsked } from './running-city.js'

export interface Comparison {
  readonly answers: number
  readonly different: number
  /** One difference, to look at; nothing in it names a person. */
  readonly example: { readonly purpose: string; readonly one: unknown; readonly other: unknown } | undefined
}

const atOnce = 1_000

/** Asks two cities the same about everybody and for every purpose. What names a copy of a fact, and not the fact, may differ. */
export const compareCities = async (
  [one, other]: readonly [CityAsked, CityAsked],
  documents: readonly string[],
  {
    agreements,
    asOf,
    said,
  }: { readonly agreements: readonly Agreement[]; readonly asOf: string; readonly said: (answers: number) => void },
): Promise<Comparison> => {
  let comparison: Comparison = { answers: 0, different: 0, example: undefined }
  for (const { code: purpose, owner } of agreements.flatMap(({ purposes }) => purposes)) {
    for (let from = 0; from < documents.length; from += atOnce) {
      const lookups = documents.slice(from, from + atOnce).map((document) => ({ document, purpose, asOf }))
      const [ones, others] = await Promise.all([one.lookUp(owner, lookups), other.lookUp(owner, lookups)])
      comparison = ones.reduce<Comparison>((sum, answer, nth) => added(sum, purpose, fact(answer), fact(others[nth])), comparison)
      said(comparison.answers)
    }
  }
  return comparison
}

const added = ({ answers, different, example }: Comparison, purpose: string, one: unknown, other: unknown): Comparison =>
  isDeepStrictEqual(one, other)
    ? { answers: answers + 1, different, example }
    : { answers: answers + 1, different: different + 1, example: example ?? { purpose, one, other } }

/** Who a person is under a city's key, and which record of the trail: each city has its own. */
const ofTheCopy = new Set(['person', 'disclosure'])

const fact = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(fact)
  if (typeof value !== 'object' || value === null) return value
  // Where an event stands in a city's own store.
  if ('context' in value && 'position' in value) return { context: value.context }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !ofTheCopy.has(name))
      .map(([name, held]) => [name, fact(held)]),
  )
}
