import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { setTimeout as rest } from 'node:timers/promises'

/** What lies between processes and their server, and can fail like a network. */
export class TcpProxy {
  private readonly sockets = new Set<Socket>()
  private refusing = false
  private hanging = false
  private readonly server: Server

  private constructor(private readonly target: number) {
    this.server = createServer((client) => this.connect(client)).listen(0, '127.0.0.1')
  }

  /** @param target the server's port on this machine */
  static async to(target: number): Promise<TcpProxy> {
    const proxy = new TcpProxy(target)
    await once(proxy.server, 'listening')
    return proxy
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

  /** Every connection breaks. */
  cut(): void {
    for (const socket of this.sockets) socket.destroy()
  }

  /** Nothing gets through for a while; no connection breaks. */
  async hang(milliseconds: number): Promise<void> {
    this.hanging = true
    for (const socket of this.sockets) socket.pause()
    await rest(milliseconds)
    this.hanging = false
    for (const socket of this.sockets) socket.resume()
  }

  /** Nobody gets a connection for a while, and those that there are break. */
  async refuse(milliseconds: number): Promise<void> {
    this.refusing = true
    this.cut()
    await rest(milliseconds)
    this.refusing = false
  }

  async close(): Promise<void> {
    this.cut()
    const closed = once(this.server, 'close')
    this.server.close()
    await closed
  }

  private connect(client: Socket): void {
    if (this.refusing) {
      client.destroy()
      return
    }
    const upstream = connect(this.target, '127.0.0.1')
    for (const socket of [client, upstream]) this.watch(socket)
    client.pipe(upstream)
    upstream.pipe(client)
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
  }

  private watch(socket: Socket): void {
    this.sockets.add(socket)
    if (this.hanging) socket.pause()
    socket.on('error', () => {})
    socket.on('close', () => this.sockets.delete(socket))
  }
}
