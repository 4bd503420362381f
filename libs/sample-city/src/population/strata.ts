import type { Chance } from '../chance/chance.js'
import { split } from '../chance/split.js'
import type { Ages } from './calendar.js'
import { certifiedOfDisabled, publishedShares } from './shares.js'

/** The layers of the population, each with lives of its own. */
export const strata = ['severe', 'disabled', 'certified-elder', 'certified-younger', 'elder', 'younger'] as const
export type Stratum = (typeof strata)[number]

/** The disabled are old enough for all that their lives tell of the past years: findings from 60 on, home service from 65 on. */
export const agesOf: Readonly<Record<Stratum, Ages>> = {
  severe: { least: 68, most: 97, dwindling: true },
  disabled: { least: 68, most: 97, dwindling: true },
  'certified-elder': { least: 60, most: 92, dwindling: true },
  'certified-younger': { least: 8, most: 58, dwindling: false },
  elder: { least: 60, most: 95, dwindling: true },
  younger: { least: 1, most: 58, dwindling: false },
}

export const isElder = (stratum: Stratum): boolean => agesOf[stratum].least >= 60

const { elders, disabledOfElders, severeOfElders, certified, certifiedElders } = publishedShares

/** Elders who hold a certificate without being found disabled, of the elders not found disabled. */
const certifiedOfAbleElders = ((certified * certifiedElders) / elders - certifiedOfDisabled * disabledOfElders) / (1 - disabledOfElders)
const certifiedOfYounger = (certified * (1 - certifiedElders)) / (1 - elders)

/**
 * Which layer a person belongs to, by number. The first persons are cast for their parts; all others make the shares of the whole come
 * out as published. `number` counts within the layer.
 */
export const stratifying = (cast: readonly Stratum[], chance: Chance) => {
  const castAs = (...some: readonly Stratum[]): number => cast.filter((stratum) => some.includes(stratum)).length
  const sharing = (share: number, inAdvance: number) => split({ share, phase: chance.below(1000) / 1000, inAdvance })
  const toElders = sharing(elders, castAs('severe', 'disabled', 'certified-elder', 'elder'))
  const toDisabled = sharing(disabledOfElders, castAs('severe', 'disabled'))
  const toSevere = sharing(severeOfElders / disabledOfElders, castAs('severe'))
  const toCertifiedElders = sharing(certifiedOfAbleElders, castAs('certified-elder'))
  const toCertifiedYounger = sharing(certifiedOfYounger, castAs('certified-younger'))

  const elderStratum = (number: number): Layer => {
    const disabled = toDisabled(number)
    if (!disabled.taken) return layer(toCertifiedElders(disabled.number), 'certified-elder', 'elder')
    return layer(toSevere(disabled.number), 'severe', 'disabled')
  }
  return (person: number): Layer => {
    const elder = toElders(person)
    if (!elder.taken) return layer(toCertifiedYounger(elder.number), 'certified-younger', 'younger')
    return elderStratum(elder.number)
  }
}

export interface Layer {
  readonly stratum: Stratum
  readonly number: number
}

const layer = ({ taken, number }: { readonly taken: boolean; readonly number: number }, ifTaken: Stratum, otherwise: Stratum): Layer => ({
  stratum: taken ? ifTaken : otherwise,
  number,
})
