import { accept, refuse, type Decider, type Decision } from '@concord/decider'
import type { PlainDate } from '@concord/standards'
import type { Region } from '../vocabulary.js'
import type { FileCommand } from './file.commands.js'
import type { FileEvent } from './file.events.js'

/** 民政档案: the one file of a person, with the places where the person lived. */
export type File =
  | { readonly status: 'not-opened' }
  | {
      readonly status: 'open'
      readonly on: PlainDate
      readonly bornOn: PlainDate
      readonly householdRegion: Region
      /** By date, one a day; the first is where the person lived when the file was opened. */
      readonly residences: readonly Residence[]
    }

interface Residence {
  readonly on: PlainDate
  readonly residenceRegion: Region
}

export type FileRefusal =
  'file-open-already' | 'born-after-file-opening' | 'file-not-open' | 'moved-before-file-opening' | 'moved-elsewhere-that-day'

export const file: Decider<FileCommand, File, FileEvent, FileRefusal> = {
  initial: { status: 'not-opened' },

  decide: (command, file) => {
    switch (command.type) {
      case 'OpenFile':
        return open(command, file)
      case 'MoveResidence':
        return move(command, file)
    }
  },

  evolve: (file, { type, data }) => {
    switch (type) {
      case 'CivilAffairsFileOpened': {
        const { residenceRegion, ...opening } = data
        return { status: 'open', ...opening, residences: [{ on: data.on, residenceRegion }] }
      }
      case 'ResidenceMoved':
        return file.status === 'open' ? { ...file, residences: [...file.residences, data].toSorted(byDate) } : file
    }
  },
}

type Asked<Type> = Extract<FileCommand, { type: Type }>
type Answer = Decision<FileEvent, FileRefusal>

const open = (asked: Asked<'OpenFile'>, file: File): Answer => {
  const { on, bornOn, householdRegion, residenceRegion } = asked
  if (file.status === 'open') return isSameOpening(asked, file) ? accept() : refuse('file-open-already')
  if (on < bornOn) return refuse('born-after-file-opening')
  return accept({ type: 'CivilAffairsFileOpened', data: { on, bornOn, householdRegion, residenceRegion } })
}

/** Moves may arrive late and out of order: each stands on its own day. */
const move = ({ on, residenceRegion }: Asked<'MoveResidence'>, file: File): Answer => {
  if (file.status === 'not-opened') return refuse('file-not-open')
  if (on < file.on) return refuse('moved-before-file-opening')
  const thatDay = file.residences.find((residence) => residence.on === on)
  if (thatDay) return thatDay.residenceRegion === residenceRegion ? accept() : refuse('moved-elsewhere-that-day')
  return accept({ type: 'ResidenceMoved', data: { on, residenceRegion } })
}

const isSameOpening = (asked: Asked<'OpenFile'>, file: Extract<File, { status: 'open' }>): boolean =>
  asked.on === file.on &&
  asked.bornOn === file.bornOn &&
  asked.householdRegion === file.householdRegion &&
  asked.residenceRegion === file.residences[0]?.residenceRegion

const byDate = (one: Residence, other: Residence): number => (one.on < other.on ? -1 : 1)
