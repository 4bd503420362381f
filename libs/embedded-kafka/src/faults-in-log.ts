import { BrokerFault, type BrokerFaultKind } from './broker-fault.js'
import type { Home } from './home.js'

type Place = Pick<Home, 'folder' | 'log'>

interface Sign {
  readonly kind: BrokerFaultKind
  readonly seen: RegExp
  readonly say: (place: Place, seen: string) => string
}

const beginAnew = 'name another folder, or delete it to begin anew'

const signs: readonly Sign[] = [
  {
    kind: 'port-taken',
    seen: /failed to bind to .*:(\d+): Address already in use/,
    say: (_, port) => `Port ${port}, meant for Kafka, is taken; stop the program that uses it or choose another port.`,
  },
  {
    kind: 'disk-full',
    seen: /No space left on device|Disk quota exceeded/,
    say: ({ folder }) => `The disk that holds ${folder} is full; free some space and start again. Nothing that was acknowledged is lost.`,
  },
  {
    kind: 'other-cluster',
    seen: /Stored node id|Invalid cluster\.id|Stored voter set|Inconsistent(ClusterId|VoterSet)/,
    say: ({ folder }) => `The data in ${folder} belongs to a broker of another cluster; ${beginAnew}.`,
  },
  {
    kind: 'other-version',
    seen: /No MetadataVersion with|Unsupported(Version|FeatureLevel)|unsupported feature level|UnsupportedClassVersion/i,
    say: ({ folder }) => `The data in ${folder} was written by another version of Kafka; start the version that wrote it, or ${beginAnew}.`,
  },
  {
    kind: 'not-permitted',
    seen: /AccessDenied|Permission denied|EACCES/,
    say: ({ folder }) => `Kafka has no permission to use ${folder}; start as the user it belongs to.`,
  },
  {
    kind: 'no-jars',
    seen: /Could not find or load main class|ClassNotFoundException|NoClassDefFoundError/,
    say: () => 'Some of what Maven fetched for Kafka is missing; delete .concord/kafka/lib and start again.',
  },
  {
    kind: 'damaged',
    seen: /No readable meta\.properties|not found in .*|[Cc]orrupt|Invalid(Record|Metadata)|NoSuchFile/,
    say: ({ folder, log }) => `The data in ${folder} is damaged (${log} tells more); put back a copy of it, ${beginAnew}.`,
  },
]

/** Kafka's last words, or the system's, as one sentence that says what to do. */
export const faultIn = (lastWords: string, place: Place): BrokerFault => {
  for (const { kind, seen, say } of signs) {
    const found = seen.exec(lastWords)
    if (found) return new BrokerFault(kind, say(place, found[1] ?? ''))
  }
  return new BrokerFault('cannot-start', `Kafka does not start on ${place.folder}: ${tellingLineOf(lastWords)}`)
}

/** For what we have no advice on: its own words. A Java error begins with its class, and what it names follows. */
const tellingLineOf = (lastWords: string): string => {
  const lines = lastWords
    .trim()
    .split('\n')
    .filter((line) => !/^\s+(at|\.\.\.) /.test(line))
  const telling = lines.findLast((line) => /^Caused by|^[\w.]+(Exception|Error): |ERROR|FATAL|[Ee]rror/.test(line)) ?? lines.at(-1)
  return (telling ?? '').replace(/^(Caused by: )?([\w.$]+(Exception|Error): )?/, '')
}
