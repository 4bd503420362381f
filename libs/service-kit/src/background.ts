import { Logger, type OnApplicationBootstrap, type OnApplicationShutdown, type Provider } from '@nestjs/common'
import pRetry from 'p-retry'

/** Work that goes on until the signal aborts. */
export type Work = (signal: AbortSignal) => Promise<void>

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
    this.running = this.keepWorking()
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping.abort()
    await this.running
  }

  private async keepWorking(): Promise<void> {
    const { signal } = this.stopping
    const attempt = async (): Promise<void> => {
      if (signal.aborted) return
      await this.work(signal)
    }
    await pRetry(attempt, {
      retries: Number.POSITIVE_INFINITY,
      minTimeout: 100,
      maxTimeout: 5_000,
      signal,
      onFailedAttempt: ({ error, attemptNumber }) => {
        // The first failures of a server that restarts are not worth a line.
        if (attemptNumber > 2 && !signal.aborted) this.logger.warn(`stopped and will be tried again: ${error.message}`)
      },
    }).catch((error: unknown) => {
      if (!signal.aborted) throw error
    })
  }
}

/** A provider for work in the background of a module. */
export const background = (name: string, work: Work): Provider => ({ provide: Symbol(name), useFactory: () => new Background(name, work) })
