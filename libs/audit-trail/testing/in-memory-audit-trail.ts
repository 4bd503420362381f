import { type AuditEntry, type AuditQuery, type AuditTrail, NotACursor } from '@concord/audit-trail'

/** A trail that a test can look at; it forgets everything with the test. */
export const inMemoryAuditTrail = (): AuditTrail => {
  const trail: AuditEntry[] = []
  return {
    record: async (entries) => {
      for (const entry of entries) if (!trail.some(({ id }) => id === entry.id)) trail.push(entry)
    },
    find: async (query, { after = '0', limit }) => {
      if (!/^\d+$/.test(after)) throw new NotACursor(after)
      const found = trail
        .map((entry, place) => ({ entry, place: place + 1 }))
        .filter(({ entry, place }) => place > Number(after) && fits(entry, query))
      const page = found.slice(0, limit)
      return { entries: page.map(({ entry }) => entry), next: found.length > limit ? String(page.at(-1)?.place) : undefined }
    },
  }
}

const fits = (entry: AuditEntry, { kind, person, agency, purpose, outcome, from, until }: AuditQuery): boolean =>
  [
    [kind, entry.kind],
    [person, entry.person],
    [agency, entry.agency],
    [purpose, entry.purpose],
    [outcome, entry.outcome],
  ].every(([wanted, had]) => wanted === undefined || wanted === had) &&
  (from === undefined || entry.at >= from) &&
  (until === undefined || entry.at < until)
