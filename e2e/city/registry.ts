import type { Agency } from '@concord/access'
import { type Decision, defaultAgreement, type Purpose } from '@concord/recognition'
import type { Resident } from './resident.js'
import type { Answer, Asks } from './start-city.js'

/** Of a decision, what the purpose may see. */
export type Told = Partial<Decision>

export interface Disclosed {
  readonly decision: Told
  readonly explanation: { readonly zh: string; readonly en: string } | null
  /** Of the record on the trail. */
  readonly disclosure: string
}

/** For which day, and as known when. */
export interface Asking {
  readonly asOf?: string
  readonly knownAt?: string
}

export interface FeedEvent {
  readonly number: number
  readonly person: string
  readonly purpose: string
  readonly decision: Told
}

export interface FeedPage {
  readonly events: readonly FeedEvent[]
  readonly last: number
}

interface Then {
  readonly from: string
  readonly knownAt: string
  readonly decision: Told
  readonly because: readonly { readonly context: string; readonly position: string }[]
}

/** 用途, each with the agency that owns it. */
export const purposes: readonly Purpose[] = defaultAgreement.purposes

const ownerOf = (purpose: string): Agency => {
  const owner = purposes.find(({ code }) => code === purpose)?.owner
  if (!owner) throw new Error(`there is no purpose ${purpose}`)
  return owner
}

/** 互认登记库, asked by whoever owns the purpose. */
export interface Registry {
  /** 互认查询, after everything that the journey has recorded. */
  tells(resident: Resident, purpose: string, asking?: Asking): Promise<Disclosed>
  decides(resident: Resident, purpose: string, asking?: Asking): Promise<Told>
  /** The same question from somebody: the whole answer. */
  answers(agency: Agency, resident: Resident, purpose: string): Promise<Answer>
  /** 变化及依据 */
  history(resident: Resident, purpose: string): Promise<readonly Then[]>
  /** 变更推送 from the first number on; one person's, when named. */
  feed(agency: Agency, about?: Resident): Promise<readonly FeedEvent[]>
}

export const registryOf = ({ post, get }: Asks): Registry => {
  const fine = ({ status, body }: Answer): unknown => {
    if (status !== 200) throw new Error(`the registry answers ${status} ${JSON.stringify(body)}`)
    return body
  }
  const asks = (agency: Agency, { person, recorded }: Resident, purpose: string, asking: Asking = {}) =>
    post(agency, '/registry/v1/lookups', { person, purpose, after: recorded, ...asking })

  const registry: Registry = {
    tells: async (resident, purpose, asking) => fine(await asks(ownerOf(purpose), resident, purpose, asking)) as Disclosed,
    decides: async (resident, purpose, asking) => (await registry.tells(resident, purpose, asking)).decision,
    answers: (agency, resident, purpose) => asks(agency, resident, purpose),
    history: async ({ person }, purpose) =>
      (fine(await get(ownerOf(purpose), `/registry/v1/persons/${person}/history?purpose=${purpose}`)) as { history: Then[] }).history,
    feed: async (agency, about) => {
      const told: FeedEvent[] = []
      const page = async () => (fine(await get(agency, `/registry/v1/events?after=${told.at(-1)?.number ?? 0}`)) as FeedPage).events
      for (let events = await page(); events.length > 0; events = await page()) told.push(...events)
      return about ? told.filter(({ person }) => person === about.person) : told
    },
  }
  return registry
}
