import { randomUUID } from 'node:crypto'
import { setTimeout as rest } from 'node:timers/promises'
import { daysAgo } from '../city/calendar.js'
import { agencies, type ChaosCity } from './chaos-city.js'

/** A command as an agency's system sends it, under a key of its own until it is answered. */
interface Sending {
  readonly context: (typeof agencies)[number]
  readonly path: string
  readonly body: object
  readonly key: string
}

export interface Acknowledged extends Sending {
  readonly position: bigint
}

const persons = 24
const systems = 6
/** So that the load lasts as long as the faults. */
const betweenMilliseconds = 90
const answerMilliseconds = 5_000
const patienceMilliseconds = 90_000

/** What happens to one made-up person, in the order in which it must. Several contexts tell of the same person; in the end one source reports a death. */
const storyOf = (person: string): readonly Sending[] => {
  const health = (path: string, body: object): Sending => ({
    context: 'health',
    path: `/health/v1/persons/${person}/${path}`,
    body,
    key: randomUUID(),
  })
  const civilAffairs = (path: string, body: object): Sending => ({
    context: 'civil-affairs',
    path: `/civil-affairs/v1/persons/${person}/${path}`,
    body,
    key: randomUUID(),
  })
  return [
    health('falls/report', { fallId: randomUUID(), on: daysAgo(40) }),
    civilAffairs('hardship/recognise', { status: 'low-income', on: daysAgo(35) }),
    health('falls/report', { fallId: randomUUID(), on: daysAgo(30) }),
    health('death-certificate/certify', { diedOn: daysAgo(20), certifiedOn: daysAgo(19) }),
    civilAffairs('death-report/report', { diedOn: daysAgo(20), reportedOn: daysAgo(18) }),
    health('death-certificate/correct', { on: daysAgo(10), diedOn: null }),
    civilAffairs('hardship/withdraw', { status: 'low-income', on: daysAgo(5) }),
    health('falls/report', { fallId: randomUUID(), on: daysAgo(3) }),
  ]
}

export interface Load {
  readonly persons: readonly string[]
  /** All of them: what is not answered is sent again until it is. */
  readonly acknowledged: readonly Acknowledged[]
}

/** Agencies' systems send what happens to some persons, each person's in order, and send again what is not answered. */
export const putUnderLoad = async (city: ChaosCity): Promise<Load> => {
  const waiting = Array.from({ length: persons }, () => randomUUID().replaceAll('-', ''))
  const all = [...waiting]
  const acknowledged: Acknowledged[] = []
  const tokens = new Map(await Promise.all(agencies.map(async (name) => [name, await city.tokenOf(name)] as const)))
  const system = async (): Promise<void> => {
    for (let person = waiting.shift(); person; person = waiting.shift())
      for (const sending of storyOf(person)) {
        acknowledged.push({ ...sending, position: await sendUntilAnswered(city, sending, tokens.get(sending.context) ?? '') })
        await rest(betweenMilliseconds)
      }
  }
  await Promise.all(Array.from({ length: systems }, system))
  return { persons: all, acknowledged }
}

const sendUntilAnswered = async (city: ChaosCity, { context, path, body, key }: Sending, token: string): Promise<bigint> => {
  const until = performance.now() + patienceMilliseconds
  let last = 'no answer'
  while (performance.now() < until) {
    try {
      const answer = await fetch(`${city.urlOf(context)}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(answerMilliseconds),
      })
      const text = await answer.text()
      if (answer.status === 200) return BigInt((JSON.parse(text) as { position: string }).position)
      last = `${answer.status} ${text}`
      if (answer.status < 500 && answer.status !== 409) break
    } catch (error) {
      last = String(error)
    }
    await rest(50)
  }
  throw new Error(`${path.split('/').slice(-2).join('/')} is not acknowledged: ${last}`)
}
