import type { ContextName } from '@concord/contracts'
import type { Telemetry } from './telemetry.js'
import { spanOf } from './watch-requests.js'

/** A command and what came of it, by the names that the code has for them. */
export interface DecidedCommand {
  readonly context: ContextName
  readonly command: string
  /** None when it was accepted. */
  readonly refusal?: string | undefined
  /** How many events it recorded. */
  readonly recorded: number
}

/** Counts a command that a request brought, and names it in the request's span. */
export const watchCommand = ({ metrics }: Telemetry, request: object, decided: DecidedCommand): void => {
  const { context, command } = decided
  const result = resultOf(decided)
  metrics.commands.inc({ context, command, result })
  spanOf(request)?.setAttributes({ 'concord.context': context, 'concord.command': command, 'concord.command.result': result })
}

const resultOf = ({ refusal, recorded }: DecidedCommand): string => {
  if (refusal !== undefined) return `refused:${refusal}`
  return recorded > 0 ? 'accepted' : 'nothing-new'
}
