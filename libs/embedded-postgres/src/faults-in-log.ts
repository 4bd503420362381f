import type { Home } from './home.js'
import { PostgresFault, type PostgresFaultKind } from './postgres-fault.js'

interface Sign {
  readonly seen: RegExp
  readonly kind: PostgresFaultKind
  readonly say: (home: Home, settings: Readonly<Record<string, string | number>>) => string
}

const beginAnew = '"npm start -- --reset" begins anew and deletes what is there'

const signs: readonly Sign[] = [
  {
    seen: /Address already in use/,
    kind: 'port-taken',
    say: (_home, { port }) => `Port ${port}, meant for PostgreSQL, is taken; stop the program that uses it or choose another port.`,
  },
  {
    seen: /No space left on device|ENOSPC|Disk quota exceeded/,
    kind: 'disk-full',
    say: ({ folder }) => `The disk that holds ${folder} is full; free some space and start again: nothing that was recorded is lost.`,
  },
  {
    seen: /incompatible with server|was initialized by PostgreSQL version/,
    kind: 'other-version',
    say: ({ folder }) => `The data in ${folder} was written by another version of PostgreSQL; start the version of Concord that wrote it, or ${beginAnew}.`,
  },
  {
    seen: /Permission denied|EACCES|EPERM|has wrong ownership|has invalid permissions/,
    kind: 'not-permitted',
    say: ({ folder }) => `PostgreSQL has no permission to use ${folder}; start as the user it belongs to, or give the folder back to that user.`,
  },
  {
    seen: /could not open file|invalid checkpoint|could not locate|could not read|checksum|is not a valid|contains invalid data|not a database cluster|invalid data in file|could not find the database system/,
    kind: 'damaged',
    say: ({ folder, log }) => `The data in ${folder} is damaged (${log} tells more); restore a copy, or ${beginAnew}.`,
  },
]

/** PostgreSQL's last words, or the system's, as one sentence that says what to do. */
export const faultIn = (log: string, home: Home, settings: Readonly<Record<string, string | number>> = {}): PostgresFault => {
  const sign = signs.find(({ seen }) => seen.test(log))
  if (sign) return new PostgresFault(sign.kind, sign.say(home, settings))
  const lastWords = log.trim().split('\n').findLast((line) => /FATAL|PANIC|error/i.test(line)) ?? log.trim().split('\n').at(-1)
  return new PostgresFault('cannot-start', `PostgreSQL does not start on ${home.folder}: ${lastWords?.replace(/^.*(FATAL|PANIC): +/, '')}.`)
}
