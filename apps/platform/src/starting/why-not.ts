import { BrokerFault } from '@concord/embedded-kafka'
import { PostgresFault } from '@concord/embedded-postgres'
import { ImportFault } from '@concord/file-import'
import { KafkaFault } from '@concord/kafka'
import { OrderFault } from '../../../registry/src/order-fault.js'
import { isServerAway } from './server-away.js'
import { LossFault, StartFault } from './start-fault.js'
import { startCommand } from './start-command.js'

/** What the system or PostgreSQL says beside its message. */
interface Told {
  readonly code?: string
  readonly port?: number
  readonly path?: string
}

/** What a person is advised to do, by what was typed. */
interface Advice {
  readonly run: string
  /** The last way out, after "put back a copy of it": it deletes the city. */
  readonly orBeginAnew: string
}

const ofAStart: Advice = { run: 'start', orBeginAnew: `, or begin anew with "${startCommand} -- --reset"` }
const ofACommand: Advice = { run: 'run the command', orBeginAnew: '' }

type Sentence = (told: Told, advice: Advice) => string

const diskFull: Sentence = (_, { run }) => `The disk is full; free some space and ${run} again. Nothing that was acknowledged is lost.`
const notAllowed: Sentence = ({ path, port }, { run }) =>
  path === undefined
    ? `Port ${port} is not open to this user; choose another one: ${startCommand} -- --port 3000`
    : `There is no permission to write ${path}; ${run} as the user it belongs to, or name another folder in CONCORD_DATA.`

const sentences: Readonly<Record<string, Sentence>> = {
  EADDRINUSE: ({ port = 3000 }) =>
    `Port ${port} is taken, perhaps by a Concord that runs already; stop what uses it, or choose another one: ${startCommand} -- --port ${port + 1}`,
  EACCES: notAllowed,
  EPERM: notAllowed,
  EROFS: notAllowed,
  ENOENT: ({ path }, { orBeginAnew }) => `${path} is missing; put back a copy of it${orBeginAnew}.`,
  ENOSPC: diskFull,
  EDQUOT: diskFull,
  // PostgreSQL, appendix A: disk_full, invalid_password, insufficient_privilege
  '53100': diskFull,
  '28P01': (_, { orBeginAnew }) =>
    `The password that was kept for PostgreSQL is not the one it knows; put back a copy of the data folder${orBeginAnew}.`,
  '42501': () => 'The user in POSTGRES_URL may not create what Concord needs; give it the database "concord", or the right to create one.',
}

/** undefined_file, data_corrupted, index_corrupted */
const damage = /^(58P01|XX00[12])$/

const sentenceFor = (error: Error, advice: Advice): string | undefined => {
  const told = error as Error & Told
  const { code = '' } = told
  if (Object.hasOwn(sentences, code)) return sentences[code]?.(told, advice)
  if (damage.test(code))
    return `PostgreSQL finds its data damaged (${error.message}); put back a copy of the data folder${advice.orBeginAnew}.`
  if (isServerAway(error)) return `PostgreSQL does not answer (${error.message}); ${advice.run} again: what was acknowledged is kept.`
  return error.cause instanceof Error ? sentenceFor(error.cause, advice) : undefined
}

const faultsTold = [StartFault, OrderFault, BrokerFault, KafkaFault]

/** One sentence for what a person can mend; the whole story for what only we can. */
const whyNot =
  (advice: Advice) =>
  (error: unknown): string => {
    if (faultsTold.some((fault) => error instanceof fault)) return (error as Error).message
    if (error instanceof LossFault) return `${error.message}${advice.orBeginAnew}.`
    if (error instanceof PostgresFault)
      return error.kind === 'not-permitted' ? `${error.message} CONCORD_DATA can name another folder.` : error.message
    return error instanceof Error ? (sentenceFor(error, advice) ?? wholeStory(error)) : String(error)
  }

/** Why the platform does not start. */
export const whyNotStarted = whyNot(ofAStart)

/** Why a command on a city did not do what it should: nothing that it advises deletes the city. */
export const whyNotDone = whyNot(ofACommand)

const wholeStory = (error: Error): string => (error instanceof ImportFault ? error.message : (error.stack ?? error.message))
