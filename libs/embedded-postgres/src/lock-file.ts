import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Home } from './home.js'

/** What PostgreSQL writes into its own lock file: its process number on the first line, whether it takes connections on the eighth. */
export const lockFileOf = ({ data }: Home): { readonly pid: number; readonly ready: boolean } | undefined => {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return undefined
  }
}
