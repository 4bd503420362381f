import { accept, refuse, type Decider, type Decision } from '@concord/decider'
import type { PlainDate } from '@concord/standards'
import type { DeathReportCommand } from './death-report.commands.js'
import type { DeathReportEvent } from './death-report.events.js'

/** 死亡报告: what the funeral service tells of a person's death. A wrong report is withdrawn and, if need be, made again. */
export type DeathReport =
  | { readonly status: 'none' }
  | { readonly status: 'reported'; readonly diedOn: PlainDate; readonly reportedOn: PlainDate }
  | { readonly status: 'withdrawn'; readonly on: PlainDate }

export type DeathReportRefusal =
  | 'died-after-report'
  | 'death-reported-already'
  | 'death-reported-before-withdrawal'
  | 'no-death-reported'
  | 'withdrawn-before-death-report'

export const deathReport: Decider<DeathReportCommand, DeathReport, DeathReportEvent, DeathReportRefusal> = {
  initial: { status: 'none' },

  decide: (command, report) => {
    switch (command.type) {
      case 'ReportDeath':
        return reportDeath(command, report)
      case 'WithdrawDeathReport':
        return withdraw(command, report)
    }
  },

  evolve: (_report, { type, data }) => {
    switch (type) {
      case 'DeathReported':
        return { status: 'reported', ...data }
      case 'DeathReportWithdrawn':
        return { status: 'withdrawn', on: data.on }
    }
  },
}

type Asked<Type> = Extract<DeathReportCommand, { type: Type }>
type Answer = Decision<DeathReportEvent, DeathReportRefusal>

const reportDeath = ({ diedOn, reportedOn }: Asked<'ReportDeath'>, report: DeathReport): Answer => {
  if (reportedOn < diedOn) return refuse('died-after-report')
  if (report.status === 'reported')
    return report.diedOn === diedOn && report.reportedOn === reportedOn ? accept() : refuse('death-reported-already')
  if (report.status === 'withdrawn' && reportedOn < report.on) return refuse('death-reported-before-withdrawal')
  return accept({ type: 'DeathReported', data: { diedOn, reportedOn } })
}

const withdraw = ({ on }: Asked<'WithdrawDeathReport'>, report: DeathReport): Answer => {
  switch (report.status) {
    case 'none':
      return refuse('no-death-reported')
    case 'withdrawn':
      return report.on === on ? accept() : refuse('no-death-reported')
    case 'reported':
      return on < report.reportedOn ? refuse('withdrawn-before-death-report') : accept({ type: 'DeathReportWithdrawn', data: { on } })
  }
}
