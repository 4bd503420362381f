import { setTimeout as rest } from 'node:timers/promises'
import { Logger, type OnApplicationBootstrap, type OnApplicationShutdown, type Provider } from '@nestjs/common'

/** Work that goes on until the signal aborts. */
export type Work = (signal: AbortSignal) => Promise<void>

const shortestPause = 100
const longestPause = 5_000
/** Work that went on for so long was well: what ends it then is a new trouble. */
const wellAfter = 10_000
/** A server that restarts is back within the first pauses; that is not worth a line. */
const worthALine = 400

/** Work that runs while the application does: started last, taken up again after a failure, waited for at the end. */
export class Background implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly stopping = new AbortController()
  private readonly logger: Logger
  private running: Promise<void> = Promise.resolve()

  constructor(
    name: string,
    private readonly work: Work,
  ) {
    this.logger = new Logger(name)
  }

  onApplicationBootstrap(): void {
    this.running = this.keepWorking(this.stopping.signal)
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort()
    await this.running
  }

  private async keepWorking(signal: AbortSignal): Promise<void> {
    let pause = shortestPause
    let said = ''
    while (!signal.aborted) {
      const began = performance.now()
      try {
        await this.work(signal)
      } catch (error) {
        if (signal.aborted) return
        if (performance.now() - began > wellAfter) [pause, said] = [shortestPause, '']
        const message = error instanceof Error ? error.message : String(error)
        if (pause >= worthALine && message !== said) this.logger.warn(`stopped and tried again until it works: ${(said = message)}`)
      }
      await rest(pause, undefined, { signal }).catch(() => {})
      pause = Math.min(pause * 2, longestPause)
    }
  }
}

/** A provider for work in the background of a module. */
export const background = (name: string, work: Work): Provider => ({ provide: Symbol(name), useFactory: () => new Background(name, work) })
