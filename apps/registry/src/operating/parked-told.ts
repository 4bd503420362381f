import type { ParkedPerson } from '@concord/projections'
import { durationTold } from '@concord/service-kit'

/**
 * Those who are parked, for people: which event stops whom and why, never what it says.
 * @param typed how commands are typed here
 */
export const parkedTold = (parked: readonly ParkedPerson[], now: Date, typed: string): string => {
  if (parked.length === 0) return 'nobody is parked'
  return [...parked.map((one) => lineOf(one, now)), '', whatToDo(typed)].join('\n')
}

const whatToDo = (typed: string): string =>
  `When the cause is mended: "${typed} parked retry --all". To go on without an event: "${typed} parked release PERSON --by WHO --reason WHY".`

const lineOf = ({ person, topic, position, error, events, since }: ParkedPerson, now: Date): string =>
  `${person}  since ${age(since, now)}  ${topic}/${position}  ${events} ${events === 1 ? 'waits' : 'wait'}  ${inShort(error)}`

const mostCharacters = 160

/** On one line. The whole of it, which may be long, is shown for one person. */
const inShort = (error: string): string => {
  const line = error.replaceAll(/\s+/g, ' ').trim()
  return line.length > mostCharacters ? `${line.slice(0, mostCharacters)}…` : line
}

const age = (since: Date, now: Date): string => durationTold(Math.max(0, (now.getTime() - since.getTime()) / 1_000))

export const personTold = (parked: ParkedPerson, now: Date, typed: string): string => {
  const { person, topic, position, error, events, since } = parked
  return [
    `person   ${person}`,
    `event    ${topic}/${position}`,
    `since    ${since.toISOString()} (${age(since, now)})`,
    `waiting  ${events} ${events === 1 ? 'event' : 'events'}, this one included`,
    `error    ${error}`,
    '',
    `When the cause is mended: "${typed} parked retry ${person}".`,
    `To go on without this event: "${typed} parked release ${person} --by WHO --reason WHY".`,
  ].join('\n')
}

/** What stops a person after a retry or a release. */
export const nextTold = ({ person, topic, position, error, events }: ParkedPerson, typed: string): string =>
  `${person}: ${topic}/${position} cannot be applied (${inShort(error)}), ${events} ${events === 1 ? 'event waits' : 'events wait'}; ` +
  `mend the cause and retry, or release the event: "${typed} parked show ${person}" says how`
