import pg, { type ClientConfig } from 'pg'

const reconnectAfterMilliseconds = 1_000

/**
 * One connection that listens for all channels, opened at the first listener and again whenever it is lost. Whoever listens also
 * polls, so that a notification missed meanwhile costs time only.
 */
export class Hints {
  private readonly wakers = new Map<string, Set<() => void>>()
  private client: pg.Client | undefined
  /** One question at a time. */
  private asked: Promise<unknown> = Promise.resolve()
  private retry: NodeJS.Timeout | undefined
  private closed = false

  constructor(private readonly settings: ClientConfig) {}

  /** Calls `wake` at a notification, until the answer is called. */
  listen(channel: string, wake: () => void): () => void {
    const known = this.wakers.get(channel)
    const those = known ?? new Set()
    this.wakers.set(channel, those.add(wake))
    if (!this.client) this.connect()
    else if (!known) this.ask(this.client, channel)
    return () => void those.delete(wake)
  }

  async close(): Promise<void> {
    this.closed = true
    clearTimeout(this.retry)
    await this.client?.end().catch(() => {})
  }

  private connect(): void {
    const client = new pg.Client(this.settings)
    this.client = client
    client.on('notification', ({ channel }) => this.wakers.get(channel)?.forEach((wake) => wake()))
    client.on('error', () => this.lost(client))
    client.on('end', () => this.lost(client))
    this.asked = client.connect()
    for (const channel of this.wakers.keys()) this.ask(client, channel)
  }

  private ask(client: pg.Client, channel: string): void {
    this.asked = this.asked.then(() => client.query(`LISTEN ${channel}`)).catch(() => this.lost(client))
  }

  private lost(client: pg.Client): void {
    if (this.closed || this.client !== client || this.retry) return
    client.end().catch(() => {})
    this.retry = setTimeout(() => {
      this.retry = undefined
      this.connect()
    }, reconnectAfterMilliseconds)
    this.retry.unref()
  }
}
