import { BrokerFault } from './broker-fault.js'

/** Maven's last words as one sentence that says what to do. */
export const mavenFault = (lastWords: string): BrokerFault => {
  if (/No space left on device|Disk quota exceeded/.test(lastWords)) {
    return new BrokerFault('disk-full', 'The disk is full: Kafka cannot be fetched; free some space (150 MB) and start again.')
  }
  const reason = reasonIn(lastWords)
  if (/[Cc]hecksum/.test(reason)) {
    return new BrokerFault(
      'no-jars',
      `What Maven fetched is not what its repository promises (${reason}); ask again, or use another mirror.`,
    )
  }
  return new BrokerFault(
    'no-jars',
    `Maven could not fetch Kafka (${reason}); see that it reaches its repository, or set KAFKA_BROKERS to a broker you have.`,
  )
}

/** The first error alone says why; what follows is advice on how to use Maven. */
const reasonIn = (lastWords: string): string => {
  const telling = lastWords.split('\n').find((line) => line.includes('[ERROR]')) ?? lastWords.trim()
  return telling.replace(/^.*\[ERROR\] /, '').replace(/ -> \[Help.*$/, '')
}
