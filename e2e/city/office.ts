import type { ContextName } from '@concord/contracts'
import type { Resident } from './resident.js'
import type { Answer, Asks } from './start-city.js'

/** One agency's own address. */
export interface Office {
  /** Its first contact with a person, by identity document. */
  readonly opens: (resident: Resident, body: object) => Promise<void>
  /** Something that it records of a person. Fails the journey when it is refused. */
  readonly records: (resident: Resident, what: string, body: object) => Promise<void>
  /** The same where the journey expects a no: the whole answer. */
  readonly tries: (resident: Resident, what: string, body: object) => Promise<Answer>
  /** Its own record of a person. */
  readonly shows: (resident: Resident, what: string) => Promise<Answer['body']>
}

export const officeOf = ({ post, get }: Asks, agency: ContextName): Office => {
  const persons = `/${agency}/v1/persons`
  const accepted = ({ recorded }: Resident, what: string, { status, body }: Answer): void => {
    if (status !== 200) throw new Error(`${agency} does not accept ${what}: ${status} ${JSON.stringify(body)}`)
    recorded[agency] = (body as { position: string }).position
  }
  const tries: Office['tries'] = ({ person }, what, body) => post(agency, `${persons}/${person}/${what}`, body)
  return {
    opens: async (resident, body) =>
      accepted(resident, 'a first contact', await post(agency, persons, { document: resident.document, ...body })),
    tries,
    records: async (resident, what, body) => accepted(resident, what, await tries(resident, what, body)),
    shows: async ({ person }, what) => (await get(agency, `${persons}/${person}/${what}`)).body,
  }
}
