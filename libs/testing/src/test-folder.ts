import { chmodSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { ofThisRun } from './test-run.js'

/** A fresh, empty folder that any user can enter. It is gone after the test run, however that ends. */
export const testFolder = (): string => {
  const folder = mkdtempSync(join(ofThisRun('CONCORD_TEST_FOLDER'), 'folder-'))
  chmodSync(folder, 0o755)
  return folder
}
