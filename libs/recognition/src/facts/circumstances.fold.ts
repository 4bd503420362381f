import { addDays, type PlainDate } from '@concord/standards'
import { canonicalJson } from './canonical-json.js'
import { heldOn, type Circumstance } from './circumstance.js'
import { thatSay, type Said } from './statement.js'

type Turn = Said<'began'> | Said<'ended'>

/** Circumstances over time: each kind and key is a line of beginnings and ends, taken by the dates they carry. */
export const circumstancesOf = (said: readonly Said[]): readonly Circumstance[] => {
  const undone = thatSay(said, 'undone')
  const stands = (turn: Turn): boolean => !undone.some((undo) => lineOf(undo) === lineOf(turn) && undo.order > turn.order)
  const turns = [...thatSay(said, 'began'), ...thatSay(said, 'ended')].filter(stands)
  return [...Map.groupBy(turns, lineOf)]
    .toSorted(([one], [other]) => Number(one > other) - Number(one < other))
    .flatMap(([, line]) => walk(line.toSorted(byDate)))
}

const lineOf = (said: Turn | Said<'undone'>): string =>
  said.says === 'began' ? `${said.situation.kind} ${said.situation.key}` : `${said.kind} ${said.key}`

const byDate = (one: Turn, other: Turn): number => Number(one.on > other.on) - Number(one.on < other.on) || one.order - other.order

const walk = (line: readonly Turn[]): readonly Circumstance[] => {
  const past: Circumstance[] = []
  for (const turn of line) {
    const open = past.slice(-1).find((last) => heldOn(last, turn.on))
    if (open && turn.says === 'began' && isRepeated(open, turn)) continue
    if (open) past.splice(-1, 1, closed(open, turn))
    if (turn.says === 'began') past.push(begun(turn))
  }
  return past
}

const begun = ({ on, until, situation, source }: Said<'began'>): Circumstance => ({
  ...situation,
  context: source.context,
  from: on,
  ...(until === undefined ? {} : { until }),
  sources: [source],
})

const closed = (open: Circumstance, { on, source }: Turn): Circumstance => ({
  ...open,
  until: dayBefore(on),
  sources: [...open.sources, source],
})

const dayBefore = (date: PlainDate): PlainDate => addDays(date, -1)

/** The same situation told again while it holds. */
const isRepeated = (open: Circumstance, { situation }: Said<'began'>): boolean =>
  canonicalJson({ ...open, ...situation }) === canonicalJson(open)
