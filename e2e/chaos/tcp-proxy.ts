import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { setTimeout as rest } from 'node:timers/promises'

/** What lies between a process and its server, and can fail like a network. */
export interface TcpProxy {
  readonly port: number
  /** Every connection breaks. */
  readonly cut: () => void
  /** Nothing gets through for a while; no connection breaks. */
  readonly hang: (milliseconds: number) => Promise<void>
  /** Nobody gets a connection for a while, and those that are break. */
  readonly refuse: (milliseconds: number) => Promise<void>
  readonly close: () => Promise<void>
}

/** @param target the server's port on this machine */
export const tcpProxy = async (target: number): Promise<TcpProxy> => {
  const sockets = new Set<Socket>()
  let refusing = false
  let hanging = false
  const watch = (socket: Socket): void => {
    sockets.add(socket)
    if (hanging) socket.pause()
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  }
  const server = createServer((client) => {
    if (refusing) return client.destroy()
    const upstream = connect(target, '127.0.0.1')
    for (const socket of [client, upstream]) watch(socket)
    client.pipe(upstream)
    upstream.pipe(client)
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = (): void => sockets.forEach((socket) => socket.destroy())

  return {
    port: (server.address() as AddressInfo).port,
    cut,
    hang: async (milliseconds) => {
      hanging = true
      for (const socket of sockets) socket.pause()
      await rest(milliseconds)
      hanging = false
      for (const socket of sockets) socket.resume()
    },
    refuse: async (milliseconds) => {
      refusing = true
      cut()
      await rest(milliseconds)
      refusing = false
    },
    close: async () => {
      cut()
      const closed = once(server, 'close')
      server.close()
      await closed
    },
  }
}
