import type { AuditEntry } from '@concord/audit-trail'
import type { Resident } from './resident.js'
import type { Answer, Asks } from './start-city.js'

interface AuditPage {
  readonly entries: readonly AuditEntry[]
  readonly next: string | null
}

/** 审计: who saw what of whom. */
export interface Auditor {
  /** Everything that was disclosed about a person, oldest first, page by page. Looking leaves entries too. */
  finds(resident: Resident, alsoAsked?: string): Promise<readonly AuditEntry[]>
  /** One look at the trail: the whole answer. */
  looks(question: string): Promise<Answer>
}

export const auditorOf = ({ get }: Asks): Auditor => {
  const looks: Auditor['looks'] = (question) => get('audit', `/audit/v1/entries?${question}`)
  return {
    looks,
    finds: async ({ person }, alsoAsked = '') => {
      const found: AuditEntry[] = []
      // Where the auditor's first look began: what it leaves itself is another question's answer.
      const until = new Date().toISOString()
      let after = ''
      do {
        const { status, body } = await looks(`person=${person}&until=${until}&limit=3${after}${alsoAsked}`)
        if (status !== 200) throw new Error(`the trail answers ${status} ${JSON.stringify(body)}`)
        const { entries, next } = body as AuditPage
        found.push(...entries)
        after = next === null ? '' : `&after=${next}`
      } while (after !== '')
      return found
    },
  }
}
