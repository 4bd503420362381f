import type { Home } from './home.js'
import { PostgresFault, type PostgresFaultKind } from './postgres-fault.js'

type Place = Pick<Home, 'folder' | 'log'>

interface Sign {
  readonly kind: PostgresFaultKind
  readonly seen: RegExp
  readonly say: (place: Place, port: number | undefined) => string
}

const beginAnew = '"npm start -- --reset" deletes it and begins anew'

const signs: readonly Sign[] = [
  {
    kind: 'no-binaries',
    seen: /error while loading shared libraries|spawn .* ENOENT|Exec format error/,
    say: () => 'The embedded PostgreSQL does not run on this machine; set POSTGRES_URL to a server of version 15 or newer.',
  },
  {
    kind: 'not-permitted',
    seen: /could not look up effective user ID/,
    say: () =>
      'PostgreSQL needs a user that has a name on this machine: give this one a line in /etc/passwd, or set POSTGRES_URL to another server.',
  },
  {
    kind: 'port-taken',
    seen: /Address already in use/,
    say: (_, port) => `Port ${port}, meant for PostgreSQL, is taken; stop the program that uses it or choose another port.`,
  },
  {
    kind: 'disk-full',
    seen: /No space left on device|ENOSPC|Disk quota exceeded/,
    say: ({ folder }) => `The disk that holds ${folder} is full; free some space and start again. Nothing that was recorded is lost.`,
  },
  {
    kind: 'other-version',
    seen: /incompatible with server/,
    say: ({ folder }) =>
      `The data in ${folder} was written by another version of PostgreSQL; start the version of Concord that wrote it, or ${beginAnew}.`,
  },
  {
    kind: 'not-permitted',
    seen: /Permission denied|EACCES|EPERM|has wrong ownership|has invalid permissions/,
    say: ({ folder }) => `PostgreSQL has no permission to use ${folder}; start as the user it belongs to.`,
  },
  {
    kind: 'damaged',
    seen: /is not a valid data directory|(could not (open|read|find|access|locate)|invalid|corrupt|checksum|No such file|ENOENT)/,
    say: ({ folder, log }) => `The data in ${folder} is damaged (${log} tells more); put back a copy of it, or ${beginAnew}.`,
  },
]

/** PostgreSQL's last words, or the system's, as one sentence that says what to do. */
export const faultIn = (lastWords: string, place: Place, port?: number): PostgresFault => {
  const sign = signs.find(({ seen }) => seen.test(lastWords))
  return sign ? new PostgresFault(sign.kind, sign.say(place, port)) : cannotStart(lastWords, place)
}

/** For what we have no advice on: its own words. */
export const cannotStart = (lastWords: string, { folder }: Place): PostgresFault => {
  const lines = lastWords.trim().split('\n')
  const telling = lines.findLast((line) => /FATAL|PANIC|error/.test(line)) ?? lines.at(-1)
  return new PostgresFault('cannot-start', `PostgreSQL does not start on ${folder}: ${telling?.replace(/^.*(FATAL|PANIC|error): +/, '')}`)
}
