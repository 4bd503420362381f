import { createSecretKey } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, it } from '@jest/globals'
import type { EventStore } from '@concord/event-store'
import { documentOf, visitKind, visitRefusals } from '@concord/file-import/testing'
import { inMemoryCheckpoints } from './checkpoints.js'
import { importFile } from './import-file.js'

it('an import keeps nothing of what it has read', async () => {
  const used = new Map<number, number>()
  const onProgress = ({ rows }: { readonly rows: number }): void => {
    if (rows === 10_000 || rows === 50_000) used.set(rows, usedBytes())
  }
  const rejects = join(folder, 'rejects.csv')
  const to = { store: forgetful, checkpoints: inMemoryCheckpoints(), key: createSecretKey('ab'.repeat(32), 'hex') }
  await importFile({ file, rejects, context: 'test', kind: visitKind, refusals: visitRefusals, ...to, onProgress })
  rmSync(folder, { recursive: true })
  const growth = (used.get(50_000) ?? Infinity) - (used.get(10_000) ?? 0)
  expect(growth / 40_000).toBeLessThan(30)
}, 60_000)

/** The smallest thing worth keeping of a row, a person's id in a set, takes more bytes than the test allows. */
const usedBytes = (): number => {
  collectGarbage()
  return process.memoryUsage().heapUsed
}
setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** What a store keeps is not the import's. */
const forgetful: EventStore = {
  async *read() {},
  append: () => Promise.resolve(1n),
  async *subscribe() {},
}

const folder = mkdtempSync(join(tmpdir(), 'constant-memory-'))
const file = join(folder, 'visits.csv')
const rows = Array.from({ length: 51_000 }, (_, nth) => `${documentOf(nth)},2026-03-02,${nth % 100 === 7 ? 'long' : 30}`)
writeFileSync(file, ['document,on,minutes', ...rows].join('\n'))
rows.length = 0
