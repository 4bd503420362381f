import { accept, refuse, type Decider, type Decision } from '@concord/decider'
import type { Policy, SubsidyKind } from '../policy/policy.js'
import { sameFacts } from '../same-facts.js'
import type { Claim, SubsidyCommand } from './subsidies.commands.js'
import type { Grant, Stop, SubsidyEvent } from './subsidies.events.js'
import { excluded, type Excluded } from './subsidies.rules.js'

/** 补贴 of one person, in the order in which they were granted. One of a kind is paid at a time. */
export type Subsidies = readonly Subsidy[]

type Subsidy =
  { readonly status: 'paid'; readonly grant: Grant } | { readonly status: 'stopped'; readonly grant: Grant; readonly stop: Stop }

export type SubsidyRefusal =
  | Excluded
  | 'subsidy-id-used'
  | 'subsidy-granted-already'
  | 'subsidies-exclude-each-other'
  | 'granted-before-last-stop'
  | 'subsidy-unknown'
  | 'subsidy-stopped-already'
  | 'stopped-before-grant'

export const subsidies = (policy: Policy): Decider<SubsidyCommand, Subsidies, SubsidyEvent, SubsidyRefusal> => ({
  initial: [],

  decide: (command, known) => {
    switch (command.type) {
      case 'GrantSubsidy':
        return grant(command, known, policy)
      case 'StopSubsidy':
        return stop(command, known)
    }
  },

  evolve: (known, { type, data }) => {
    switch (type) {
      case 'SubsidyGranted':
        return [...known, { status: 'paid', grant: data }]
      case 'SubsidyStopped':
        return known.map((subsidy) =>
          subsidy.grant.subsidyId === data.subsidyId ? { status: 'stopped', grant: subsidy.grant, stop: data } : subsidy,
        )
    }
  },
})

type Asked<Type> = Extract<SubsidyCommand, { type: Type }>
type Answer = Decision<SubsidyEvent, SubsidyRefusal>

const grant = (asked: Asked<'GrantSubsidy'>, known: Subsidies, policy: Policy): Answer => {
  const { subsidyId, on, monthlyFen, claim } = asked
  const granted: Grant = { subsidyId, kind: claim.kind, on, monthlyFen, restsOn: basisOf(claim) }
  const before = known.find((subsidy) => subsidy.grant.subsidyId === subsidyId)
  if (before) return sameFacts<Grant>(before.grant, granted, ['kind', 'on', 'monthlyFen', 'restsOn']) ? accept() : refuse('subsidy-id-used')
  const refusal = excluded(asked, policy) ?? besides(granted, known, policy.notTogether)
  return refusal ? refuse(refusal) : accept({ type: 'SubsidyGranted', data: granted })
}

const basisOf = (claim: Claim) => (claim.kind === 'elder-nursing' ? claim.ability.findingId : claim.certificate.certificateId)

/** What stands against a grant beside the person's other subsidies. */
const besides = ({ on, kind }: Grant, known: Subsidies, { pairs }: Policy['notTogether']): SubsidyRefusal | undefined => {
  const excludes = (other: SubsidyKind) => pairs.some((pair) => pair.includes(kind) && pair.includes(other))
  const paid = known.filter(({ status }) => status === 'paid')
  if (paid.some(({ grant }) => grant.kind === kind)) return 'subsidy-granted-already'
  if (paid.some(({ grant }) => excludes(grant.kind))) return 'subsidies-exclude-each-other'
  const sameKind = known.findLast(({ grant }) => grant.kind === kind)
  return sameKind?.status === 'stopped' && on < sameKind.stop.on ? 'granted-before-last-stop' : undefined
}

const stop = ({ subsidyId, on, reason }: Asked<'StopSubsidy'>, known: Subsidies): Answer => {
  const subsidy = known.find(({ grant }) => grant.subsidyId === subsidyId)
  if (!subsidy) return refuse('subsidy-unknown')
  if (subsidy.status === 'stopped')
    return subsidy.stop.on === on && subsidy.stop.reason === reason ? accept() : refuse('subsidy-stopped-already')
  if (on < subsidy.grant.on) return refuse('stopped-before-grant')
  return accept({ type: 'SubsidyStopped', data: { subsidyId, kind: subsidy.grant.kind, on, reason } })
}
