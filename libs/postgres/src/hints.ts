import pg, { type ClientConfig } from 'pg'

export interface Hints {
  listen(channel: string, wake: () => void): () => void
  close(): Promise<void>
}

const reconnectAfterMilliseconds = 1_000

/**
 * One connection that listens for all channels, opened at the first listener and again whenever it is lost. Whoever listens also
 * polls, so that a notification missed meanwhile costs time only.
 */
export const openHints = (settings: ClientConfig): Hints => {
  const wakers = new Map<string, Set<() => void>>()
  let connection: Promise<pg.Client> | undefined
  let retry: NodeJS.Timeout | undefined
  let closed = false

  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client(settings)
    client.on('notification', ({ channel }) => wakers.get(channel)?.forEach((wake) => wake()))
    client.on('error', reconnect)
    client.on('end', reconnect)
    await client.connect()
    for (const channel of wakers.keys()) await client.query(`LISTEN ${channel}`)
    return client
  }
  const open = (): Promise<pg.Client> => {
    connection ??= connect()
    connection.catch(reconnect)
    return connection
  }
  const reconnect = (): void => {
    connection = undefined
    if (closed || retry) return
    retry = setTimeout(() => {
      retry = undefined
      void open().catch(() => {})
    }, reconnectAfterMilliseconds)
    retry.unref()
  }

  return {
    listen: (channel, wake) => {
      const those = wakers.get(channel) ?? new Set()
      if (!wakers.has(channel)) {
        wakers.set(channel, those)
        open()
          .then((client) => client.query(`LISTEN ${channel}`))
          .catch(reconnect)
      }
      those.add(wake)
      return () => void those.delete(wake)
    },
    close: async () => {
      closed = true
      clearTimeout(retry)
      await (await connection?.catch(() => undefined))?.end()
    },
  }
}
