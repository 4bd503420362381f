import type { Projection } from '@concord/projections'
import type { Clock } from '@concord/service-kit'
import type { City } from '../city/open-city.js'

/** What an order has at hand. */
export interface Operating {
  readonly city: Pick<City, 'database' | 'log' | 'projection' | 'trail'>
  /** Of the city's database. */
  readonly url: string
  readonly clock: Clock
  /** On standard output. */
  readonly say: (line: string) => void
  /** Whoever typed the command says yes. Nobody does where there is no terminal. */
  readonly agrees: (question: string) => Promise<boolean>
  /** Aborted when the command is to stop. */
  readonly signal: AbortSignal
}

/** 运维命令: does what was typed. @returns the exit code */
export type Order = (at: Operating) => Promise<number>

/** All that is folded from the log. */
export const projectionsOf = ({ projection }: Operating['city']): readonly Projection[] => [projection]
