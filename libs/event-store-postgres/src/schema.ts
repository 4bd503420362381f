import { epochTable, orderedTable, type OrderedTable } from '@concord/postgres'

export const eventsTable = (schema: string): OrderedTable => orderedTable(schema, 'events', 'position')

/** Events are only ever added. Data and causes are kept as the text they came as: nobody searches in them here. */
export const eventTables = `
  ${epochTable}
  CREATE TABLE IF NOT EXISTS events (
    position bigint PRIMARY KEY,
    stream text COLLATE "C" NOT NULL,
    revision bigint NOT NULL,
    id uuid NOT NULL UNIQUE,
    type text NOT NULL,
    data json NOT NULL,
    cause json NOT NULL,
    recorded_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (stream, revision)
  );
`
