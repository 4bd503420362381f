import { Inject } from '@nestjs/common'
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs'
import { AUDIT_TRAIL, type AuditPage, type AuditQuery, type AuditTrail } from '@concord/audit-trail'

export class FindEntries extends Query<AuditPage> {
  constructor(
    readonly query: AuditQuery,
    readonly page: { readonly after: string | undefined; readonly limit: number },
  ) {
    super()
  }
}

@QueryHandler(FindEntries)
export class FindEntriesHandler implements IQueryHandler<FindEntries> {
  constructor(@Inject(AUDIT_TRAIL) private readonly trail: AuditTrail) {}

  execute({ query, page }: FindEntries): Promise<AuditPage> {
    return this.trail.find(query, page)
  }
}
