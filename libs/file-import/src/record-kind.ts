import { z } from 'zod'
import type { Decider } from '@concord/decider'
import type { Codec, DomainEvent, Handled } from '@concord/event-store'
import type { PersonId } from '@concord/identity'
import type { IdentityDocument } from '@concord/standards'

/** Every row is about one person, whom it names by identity document. */
export interface PersonRow {
  readonly document: IdentityDocument
}

/** The person of a row, and the one way to change what is recorded about that person: the deciders that the HTTP API uses. */
export interface PersonOfRow {
  readonly person: PersonId
  /** Decides and records in the stream `<thing>-<person>`. Repeating the same row records nothing. */
  readonly change: <Command, State, Event extends DomainEvent, Refusal extends string>(
    codec: Codec<Event>,
    decider: Decider<Command, State, Event, Refusal>,
    thing: string,
    command: Command,
  ) => Promise<Handled<Refusal>>
}

/** One kind of record that an agency brings as a file: the columns of a row, and what the row asks for. */
export interface RecordKind {
  /** As the command line names it: `home-sickbeds`. */
  readonly name: string
  readonly zh: string
  /** Columns by their canonical English names; cells are text in CSV, anything in NDJSON. */
  readonly row: z.ZodType
  readonly read: (cells: unknown) => ReadRow
}

export type ReadRow =
  | { readonly fits: true; readonly document: IdentityDocument; readonly write: (to: PersonOfRow) => Promise<Handled<string>> }
  | { readonly fits: false; readonly problems: readonly CellProblem[] }

export interface CellProblem {
  readonly column: string
  /** For people, in both languages; never tells what stands in the cell. */
  readonly reason: string
}

/** A kind from its row's schema and the one command that a row asks for. */
export const recordKind = <Row extends PersonRow>({
  row,
  write,
  ...names
}: {
  readonly name: string
  readonly zh: string
  readonly row: z.ZodType<Row>
  readonly write: (row: Row, to: PersonOfRow) => Promise<Handled<string>>
}): RecordKind => ({
  ...names,
  row,
  read: (cells) => {
    const { success, data, error } = row.safeParse(cells)
    if (!success) return { fits: false, problems: error.issues.map(problemOf) }
    return { fits: true, document: data.document, write: (to) => write(data, to) }
  },
})

const inChinese = z.locales.zhCN().localeError
type Issue = Parameters<typeof inChinese>[0]

const problemOf = ({ path, message, ...issue }: z.core.$ZodIssue): CellProblem => {
  const chinese = issue.code === 'custom' ? '' : inChinese({ ...issue, path, message } as Issue)
  const zh = typeof chinese === 'string' ? chinese : (chinese?.message ?? '')
  return { column: path.join('.'), reason: zh === '' ? message : `${zh}。${message}.` }
}
