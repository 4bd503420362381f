import type { AuditTrail } from '@concord/audit-trail'
import type { Database } from '@concord/postgres'
import type { Projection } from '@concord/projections'
import type { PublishedLog } from '@concord/published-log'
import type { Clock } from '@concord/service-kit'

/** The registry that an order is about. */
export interface OperatedRegistry {
  readonly database: Database
  /** Of that database. */
  readonly url: string
  readonly log: PublishedLog
  /** What answers. */
  readonly projection: Projection
  readonly trail: AuditTrail
}

/** What an order has at hand. */
export interface Operating {
  readonly registry: OperatedRegistry
  /** How commands are typed here: what an order advises can be typed as it stands. */
  readonly typed: string
  readonly clock: Clock
  /** On standard output. */
  readonly say: (line: string) => void
  /** Whoever typed the command says yes. Nobody does where there is no terminal. */
  readonly agrees: (question: string) => Promise<boolean>
  /** Aborted when the command is to stop. */
  readonly signal: AbortSignal
}

/** 运维命令: does what was typed. @returns the exit code */
export type Order = (at: Operating) => Promise<number>
