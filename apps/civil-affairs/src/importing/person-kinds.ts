import { z } from 'zod'
import { deathReport, file } from '@concord/civil-affairs'
import { region } from '@concord/contracts'
import { recordKind, type RecordKind } from '@concord/file-import'
import { identityDocument, withBornOn } from '@concord/identity'
import { pastDate } from '@concord/service-kit'
import { deathReportCodec } from '../death-report/death-report.codec.js'
import { fileCodec } from '../file/file.codec.js'
import { agedPerson } from './person-columns.js'

const files = recordKind({
  name: 'civil-affairs-files',
  zh: '民政档案',
  row: z.object({ ...agedPerson, on: pastDate, householdRegion: region, residenceRegion: region }).transform(withBornOn),
  write: ({ on, bornOn, householdRegion, residenceRegion }, { change }) =>
    change(fileCodec, file, 'file', { type: 'OpenFile', on, bornOn, householdRegion, residenceRegion }),
})

const moves = recordKind({
  name: 'residence-moves',
  zh: '居住地变更',
  row: z.object({ document: identityDocument, on: pastDate, residenceRegion: region }),
  write: ({ on, residenceRegion }, { change }) => change(fileCodec, file, 'file', { type: 'MoveResidence', on, residenceRegion }),
})

const deaths = recordKind({
  name: 'death-reports',
  zh: '殡葬死亡报告',
  row: z.object({ document: identityDocument, diedOn: pastDate, reportedOn: pastDate }),
  write: ({ diedOn, reportedOn }, { change }) =>
    change(deathReportCodec, deathReport, 'deathReport', { type: 'ReportDeath', diedOn, reportedOn }),
})

const withdrawals = recordKind({
  name: 'death-report-withdrawals',
  zh: '死亡报告撤回',
  row: z.object({ document: identityDocument, on: pastDate }),
  write: ({ on }, { change }) => change(deathReportCodec, deathReport, 'deathReport', { type: 'WithdrawDeathReport', on }),
})

/** A person's file, moves and death. Moves come after their files, withdrawals after their reports. */
export const personKinds: readonly RecordKind[] = [files, moves, deaths, withdrawals]
