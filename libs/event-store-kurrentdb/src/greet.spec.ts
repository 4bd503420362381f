import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { AccessDeniedError, UnavailableError, UnknownError } from '@kurrent/kurrentdb-client'
import { fakeKurrentDb, notLeader, type FakeKurrentDb } from '@concord/event-store-kurrentdb/testing'
import { KurrentFault, openBy } from './open.js'
import { ofStart } from './patience.js'

/** What the client says where there is no connection. */
const unavailable = (reason: string): UnavailableError => {
  const message = `14 UNAVAILABLE: No connection established. Last error: ${reason}. Resolution note: `
  return new UnavailableError({ message } as ConstructorParameters<typeof UnavailableError>[0])
}
const noLeader = new UnknownError(undefined, '2 UNKNOWN: No leader info available in response')

describe('the first greeting of a KurrentDB server, over a fake of its client', () => {
  let db: FakeKurrentDb
  const open = (patience = ofStart) => openBy({ connect: db.connect, prefix: 'health' }, 'kurrentdb://events.example:2113', patience)
  /** Seconds, in steps in which the fake server gets round to its answers. */
  const passing = async (seconds: number): Promise<void> => {
    for (let step = 0; step < seconds * 10; step += 1) {
      await jest.advanceTimersByTimeAsync(100)
      await new Promise((resolve) => setImmediate(resolve))
    }
  }
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] })
    db = fakeKurrentDb()
  })
  afterEach(() => {
    jest.useRealTimers()
  })

  it('follows from a follower to its leader, on both ways through the client', async () => {
    db.failNext('subscribe', notLeader())
    db.failNext('read', notLeader())
    const opening = open()
    await passing(1)
    await (await opening).close()
    expect(db.counts).toMatchObject({ subscribe: 3, read: 2 })
  })

  it('waits while a leader is elected, and while the server starts', async () => {
    for (let time = 0; time < 4; time += 1) db.failNext('subscribe', noLeader)
    const opening = open()
    await passing(2)
    db.goDown()
    await passing(15)
    db.comeUp()
    await passing(10)
    await (await opening).close()
  })

  it.each([
    ['nobody answers', 'subscribe', unavailable('Error: connect ECONNREFUSED 10.0.0.7:2113'), 'nobody answers there as KurrentDB does;'],
    ['its node follows another', 'read', notLeader(), 'the node that answers follows another; name every node of the cluster'],
    ['nobody leads', 'subscribe', noLeader, 'its cluster has no leader; see that more than half of the nodes run'],
    [
      'its certificate is its own',
      'subscribe',
      unavailable('Error: self-signed certificate; if the root CA is installed locally, try running Node.js with --use-system-ca'),
      "its certificate is not accepted (self-signed certificate); name the authority's with tlsCAFile=",
    ],
    [
      'its certificate is for another host',
      'subscribe',
      unavailable(
        "Error [ERR_TLS_CERT_ALTNAME_INVALID]: Hostname/IP does not match certificate's altnames: IP: 10.0.0.7 is not in the list: ",
      ),
      "not accepted (Hostname/IP does not match certificate's altnames: IP: 10.0.0.7 is not in the list); name",
    ],
  ] as const)('says so when %s', async (_, call, error, sentence) => {
    db.failNext(call, error)
    const fault = await open({ retries: 0 }).catch((met: unknown) => met)
    expect(fault).toBeInstanceOf(KurrentFault)
    expect((fault as Error).message).toContain(`KurrentDB at kurrentdb://events.example:2113 cannot be used: `)
    expect((fault as Error).message).toContain(sentence)
  })

  it('ends after half a minute in vain, and leaves nothing at the server', async () => {
    db.goDown()
    const opening = expect(open()).rejects.toThrow('nobody answers there')
    await passing(25)
    const asked = db.counts.subscribe
    await passing(6)
    await opening
    expect([db.counts.subscribe > asked, db.live.size]).toEqual([true, 0])
  })

  it('does not wait when the user may not read', async () => {
    db.failNext('read', new AccessDeniedError())
    await expect(open()).rejects.toThrow('its user may not read $all')
    expect(db.counts.read).toBe(1)
  })

  it('is short once the store is open: a probe asks once, and for one event', async () => {
    const store = await open()
    const before = { ...db.counts }
    await store.answer()
    db.goDown()
    await expect(store.answer()).rejects.toThrow(UnavailableError)
    db.comeUp()
    await store.answer()
    expect([db.counts.subscribe - before.subscribe, db.counts.read - before.read]).toEqual([0, 2])
    await store.close()
  })
})
