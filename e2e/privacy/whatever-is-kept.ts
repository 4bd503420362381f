import { jest } from '@jest/globals'
import type { Database } from '@concord/postgres'

/** Every row of every table, as text. */
export const everyRow = async ({ pool }: Database): Promise<readonly { readonly table: string; readonly row: string }[]> => {
  const { rows: tables } = await pool.query<{ name: string }>(`
    SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
    WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`)
  const found = tables.map(async ({ name }) => {
    const { rows } = await pool.query<{ row: string }>(`SELECT t::text AS row FROM ${name} AS t`)
    return rows.map(({ row }) => ({ table: name, row }))
  })
  return (await Promise.all(found)).flat()
}

/** Listens to all that this process says, until it is told to stop; what was heard is one text. */
export const overhear = (): { readonly heard: () => string; readonly stop: () => void } => {
  const said: string[] = []
  const spies = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((chunk) => said.push(Buffer.from(chunk).toString()) > 0),
  )
  const consoles = (['debug', 'error', 'info', 'log', 'warn'] as const).map((level) =>
    jest.spyOn(console, level).mockImplementation((...words: unknown[]) => void said.push(words.map(String).join(' '))),
  )
  return {
    heard: () => said.join('\n'),
    stop: () => [...spies, ...consoles].forEach((spy) => spy.mockRestore()),
  }
}
