import { KafkaFault, type KafkaFaultKind } from './kafka-fault.js'
import type { KafkaSettings } from './kafka-settings.js'

interface Sign {
  readonly kind: KafkaFaultKind
  readonly seen: RegExp
  readonly say: (us: string, reason: string) => string
}

/** Looked for in the name, Kafka's type and the message of what went wrong first. */
const signs: readonly Sign[] = [
  {
    kind: 'not-allowed',
    seen: /_AUTHORIZATION_FAILED/,
    say: (us, reason) => `does not allow ${us} to do this (${reason}); ask whoever runs it, or come as somebody else.`,
  },
  {
    kind: 'not-let-in',
    seen: /SASL/,
    say: (us, reason) => `does not let ${us} in (${reason}); correct KAFKA_SASL_MECHANISM, _USERNAME or _PASSWORD_FILE.`,
  },
  {
    kind: 'not-trusted',
    seen: /certificate|altnames/,
    say: (_, reason) => `shows a certificate that is not trusted (${reason}); name its authority in KAFKA_CA_FILE.`,
  },
  {
    kind: 'unreachable',
    seen: /Connection|RequestTimeout|NoBrokerAvailable|Broker not connected/,
    say: (_, reason) => `does not answer (${reason}); start it, or correct its address and KAFKA_TLS.`,
  },
  {
    kind: 'refused',
    seen: /UNKNOWN_TOPIC_OR_PARTITION/,
    say: (_, reason) => `lacks a topic that is needed here (${reason}); make the topics: npm run topics:apply.`,
  },
  {
    kind: 'refused',
    seen: /^KafkaJS(Protocol|CreateTopic)Error/,
    say: (_, reason) => `refuses what was asked (${reason}); the logs of its brokers may say more.`,
  },
]

/** The driver's words for what somebody can mend, as one sentence that says how; undefined for all else. */
export const faultIn = (error: unknown, { brokers, sasl }: KafkaSettings): KafkaFault | undefined => {
  const { name, type, message } = firstOf(error)
  const sign = signs.find(({ seen }) => seen.test(`${name} ${type} ${message}`))
  return (
    sign && new KafkaFault(sign.kind, `Kafka at ${brokers.join(', ')} ${sign.say(sasl?.username ?? 'somebody without a name', message)}`)
  )
}

interface Trouble {
  readonly name: string
  readonly type: string
  readonly message: string
}

/** The driver wraps: retries around the error that was retried, one error around those of several topics. */
const firstOf = (error: unknown): Trouble => {
  if (!(error instanceof Error)) return { name: '', type: '', message: String(error) }
  const { cause, errors, type = '' } = error as Error & { readonly errors?: readonly unknown[]; readonly type?: string }
  const inside = cause ?? errors?.[0]
  return inside instanceof Error ? firstOf(inside) : { name: error.name, type, message: error.message }
}
