import { describe, expect, it } from '@jest/globals'
import { faultIn } from './faults-in-log.js'

const place = { folder: '/city/.concord/postgres', log: '/city/.concord/postgres/server.log' }

describe('what PostgreSQL says when it does not start', () => {
  it.each([
    ['port-taken', 'LOG:  could not bind IPv4 address "127.0.0.1": Address already in use\nFATAL:  could not create any TCP/IP sockets'],
    ['disk-full', 'PANIC:  could not write to file "pg_wal/xlogtemp.91": No space left on device'],
    ['disk-full', 'initdb: error: could not create directory "/city/.concord/postgres/data": No space left on device'],
    ['other-version', 'FATAL:  database files are incompatible with server'],
    ['not-permitted', 'FATAL:  could not open file "postmaster.pid": Permission denied'],
    ['not-permitted', 'FATAL:  data directory "/city/.concord/postgres/data" has wrong ownership'],
    [
      'no-binaries',
      'initdb: error while loading shared libraries: libicuuc.so.60: cannot open shared object file: No such file or directory',
    ],
    ['not-permitted', 'initdb: could not look up effective user ID 2000: user does not exist'],
    ['damaged', 'FATAL:  "/city/.concord/postgres/data" is not a valid data directory'],
    ['damaged', 'postgres: could not find the database system'],
    ['damaged', 'FATAL:  could not open directory "pg_wal": No such file or directory'],
    ['damaged', 'PANIC:  could not locate a valid checkpoint record at 0/1A2B3C8'],
    ['cannot-start', 'FATAL:  pre-existing shared memory block (key 5, ID 7) is still in use'],
  ])('is %s: %s', (kind, lastWords) => expect(faultIn(lastWords, place, 5433)).toMatchObject({ kind }))

  it('names the port that is taken', () => expect(faultIn('Address already in use', place, 5433).message).toContain('Port 5433'))
  it('is one line, whatever it is', () =>
    expect(faultIn('LOG:  a\n2026 FATAL:  b is odd\nHINT: c', place).message).toBe(
      'PostgreSQL does not start on /city/.concord/postgres: b is odd',
    ))
})
