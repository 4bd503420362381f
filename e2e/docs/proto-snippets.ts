import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from './pages.js'
import type { Overlay } from './snippets.js'

/** What buf says of the overlaid proto files: its rules of form, and what readers of the last release would not understand. */
export const protoComplaintsAbout = (overlay: Overlay): string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-proto-'))
  try {
    for (const kept of ['proto', 'buf.yaml']) cpSync(join(root, kept), join(folder, kept), { recursive: true })
    for (const [path, text] of overlay) if (path.endsWith('.proto')) writeFileSync(join(folder, path), text)
    return [['lint'], ['breaking', '--against', 'proto/baseline.binpb']].flatMap((args) => said(folder, args))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const said = (cwd: string, args: readonly string[]): string[] => {
  const { error, stdout, stderr } = spawnSync(join(root, 'node_modules/.bin/buf'), args, { cwd, encoding: 'utf8' })
  if (error) throw error
  return (stdout + stderr).split('\n').filter((line) => line !== '')
}
