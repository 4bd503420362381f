import type { Home } from './home.js'
import type { Ports, Settings } from './properties.js'

/** All that is needed to run a broker. */
export interface Launch {
  readonly home: Home
  readonly java: {
    readonly program: string
    /** What every program of Kafka's is run with: memory and class path. */
    readonly options: readonly string[]
    readonly env: NodeJS.ProcessEnv
  }
  readonly ports: Ports
  /** Where they differ from ours. */
  readonly settings: Settings
}
