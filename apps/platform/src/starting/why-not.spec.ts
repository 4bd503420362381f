import { describe, expect, it } from '@jest/globals'
import { PostgresFault } from '@concord/embedded-postgres'
import { ImportFault } from '@concord/file-import'
import { OrderFault } from '../../../registry/src/order-fault.js'
import { isServerAway } from './server-away.js'
import { LossFault, StartFault } from './start-fault.js'
import { whyNotDone, whyNotStarted } from './why-not.js'

const told = (code: string, more: object = {}): Error => Object.assign(new Error(`what ${code} says`), { code, ...more })

describe('why the platform does not start', () => {
  it.each<[string, Error, RegExp]>([
    ['a port that is taken', told('EADDRINUSE', { port: 3000 }), /^Port 3000 is taken, .* --port 3001$/],
    ['a port for root alone', told('EACCES', { port: 80, syscall: 'listen' }), /^Port 80 is not open to this user/],
    [
      'a folder of someone else',
      told('EACCES', { path: '/city/person-key' }),
      /^There is no permission to write \/city\/person-key; .*CONCORD_DATA\.$/,
    ],
    ['a file that is gone', told('ENOENT', { path: '/city/manifest.json' }), /^\/city\/manifest\.json is missing; .*--reset"\.$/],
    ['a full disk', told('ENOSPC'), /^The disk is full; .*Nothing that was acknowledged is lost\.$/],
    ['damaged tables', told('58P01'), /^PostgreSQL finds its data damaged \(what 58P01 says\); .*--reset"\.$/],
    ['a server that is gone', told('ECONNREFUSED'), /^PostgreSQL does not answer .* start again: what was acknowledged is kept\.$/],
    [
      'a disk that became full during an import',
      new ImportFault('Row 7 could not be recorded.', { cause: told('53100') }),
      /^The disk is full/,
    ],
    ['an import that cannot go on', new ImportFault('Row 7 could not be recorded.'), /^Row 7 could not be recorded\.$/],
    [
      'a server that may not write',
      new PostgresFault('not-permitted', 'It may not.'),
      /^It may not\. CONCORD_DATA can name another folder\.$/,
    ],
    [
      'a key that is lost',
      new LossFault('It is gone; put back a copy of it'),
      /^It is gone; put back a copy of it, or begin .*--reset"\.$/,
    ],
    ['a start that cannot be', new StartFault('It cannot.'), /^It cannot\.$/],
    ['a swap that cannot be', new OrderFault('It cannot.', { cause: told('55P03') }), /^It cannot\.$/],
  ])('is told in one sentence: %s', (_name, error, sentence) => expect(whyNotStarted(error)).toMatch(sentence))

  it('is the whole story when only we can mend it', () => expect(whyNotStarted(new TypeError('a mistake'))).toContain('why-not.spec'))
})

describe('why a command on a city was not done', () => {
  it.each<[Error, string]>([
    [new LossFault('It is gone; put back a copy of it'), 'It is gone; put back a copy of it.'],
    [told('ENOENT', { path: '/city/database-url' }), '/city/database-url is missing; put back a copy of it.'],
    [
      told('EACCES', { path: '/city/person-key' }),
      'There is no permission to write /city/person-key; run the command as the user it belongs to, or name another folder in CONCORD_DATA.',
    ],
    [told('ENOSPC'), 'The disk is full; free some space and run the command again. Nothing that was acknowledged is lost.'],
    [told('28P01'), 'The password that was kept for PostgreSQL is not the one it knows; put back a copy of the data folder.'],
    [told('58P01'), 'PostgreSQL finds its data damaged (what 58P01 says); put back a copy of the data folder.'],
    [told('ECONNREFUSED'), 'PostgreSQL does not answer (what ECONNREFUSED says); run the command again: what was acknowledged is kept.'],
  ])('is told without a word of deleting it', (error, sentence) => expect(whyNotDone(error)).toBe(sentence))
})

describe('a server that is away', () => {
  it.each<[string, Error]>([
    ['its own words', told('57P03')],
    ["the system's words", told('ECONNRESET')],
    ["the driver's words", new Error('Connection terminated unexpectedly')],
    ['the cause of an import that stopped', new ImportFault('Row 7', { cause: told('57P01') })],
  ])('is known by %s', (_name, error) => expect(isServerAway(error)).toBe(true))

  it.each<[string, unknown]>([
    ['a full disk', told('53100')],
    ['a double', told('23505')],
    ['a mistake of ours', new Error('no connection between them')],
    ['what is no error', 'nothing'],
  ])('is not meant by %s', (_name, error) => expect(isServerAway(error)).toBe(false))
})
