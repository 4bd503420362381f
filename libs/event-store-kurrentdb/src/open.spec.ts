import { createServer as createHttpServer } from 'node:http'
import { createServer, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { KurrentFault, openKurrentEventStore } from '@concord/event-store-kurrentdb'

/** The client itself, and no server: what it makes of that, the first time it asks. */
describe('opening an event store on KurrentDB', () => {
  const open = (url: string) => openKurrentEventStore({ url, prefix: 'health' }, { retries: 0 })
  const fault = async (url: string): Promise<string> => {
    const error = await open(url).then(
      () => undefined,
      (error: unknown) => error,
    )
    expect(error).toBeInstanceOf(KurrentFault)
    return (error as KurrentFault).message
  }

  it.each([
    '',
    'http://127.0.0.1:2113',
    'kurrentdb://',
    'kurrentdb://clerk:secret@host:21x13',
    'kurrentdb://clerk:secret@host?tls=perhaps',
  ])('says how an address looks when it is %j, and repeats no password', async (url) => {
    const sentence = await fault(url)
    expect(sentence).toBe('This is no address of KurrentDB. One looks like kurrentdb://user:password@host:2113?tls=true')
  })

  it('says which certificate is missing', async () =>
    expect(await fault('kurrentdb://clerk:secret@127.0.0.1:1?tlsCAFile=/nowhere/ca.crt')).toContain(
      'Failed to load certificate file. File was not found.',
    ))

  describe('where nobody is', () => {
    let closedPort: number
    beforeAll(async () => {
      const server = createServer().listen(0, '127.0.0.1')
      await new Promise((resolve) => server.once('listening', resolve))
      closedPort = (server.address() as AddressInfo).port
      await new Promise((resolve) => server.close(resolve))
    })

    it('says so, and repeats no password', async () =>
      expect(await fault(`kurrentdb://clerk:secret@127.0.0.1:${closedPort}?tls=false`)).toBe(
        `KurrentDB at kurrentdb://127.0.0.1:${closedPort} cannot be used: nobody answers there as KurrentDB does; ` +
          'start it, or correct the address (tls=false for a server without TLS, tlsCAFile= for certificates of its own).',
      ))
  })

  it('refuses a prefix that is none before it asks anybody', () =>
    expect(openKurrentEventStore({ url: 'kurrentdb://127.0.0.1:1?tls=false', prefix: '$health' })).rejects.toThrow(RangeError))

  describe('where someone else answers', () => {
    const server = createHttpServer((_, response) => response.end('another service'))
    beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
    afterAll(() => {
      server.close()
      server.closeAllConnections()
    })

    it('says so', async () =>
      expect(await fault(`kurrentdb://127.0.0.1:${(server.address() as AddressInfo).port}?tls=false`)).toContain('nobody answers there'))
  })
})
