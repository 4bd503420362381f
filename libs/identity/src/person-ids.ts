import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { IdentityDocument } from '@concord/standards'
import type { PersonId } from '@concord/contracts'

/** Turns identity documents into person ids; who lacks the key can neither compute nor check one. */
export interface PersonIds {
  readonly of: (document: IdentityDocument) => PersonId
  /** Stands for words that may hold an identity number wherever they are kept only to be compared: 64 hexadecimal digits. */
  readonly digestOf: (words: string) => string
}

export const PERSON_IDS = Symbol('PERSON_IDS')

/** HMAC-SHA-256 of the canonical number, cut to 128 bits: 18-digit numbers have too few values for a plain hash. */
export const personIdsWith = (key: KeyObject): PersonIds => {
  const keyed = (text: string): string => createHmac('sha256', key).update(text).digest('hex')
  return {
    of: ({ number }) => keyed(number).slice(0, 32) as PersonId,
    // No document number begins with these letters: words never get the digest that is somebody's id.
    digestOf: (words) => keyed(`words ${words}`),
  }
}

/**
 * The key from a local file, 32 bytes as hexadecimal, made the first time and readable by its owner alone.
 * Losing it means that no person can be found again: it belongs into the backup, apart from the data.
 */
export const keyFromFile = (path: string): KeyObject => {
  if (!existsSync(path)) makeKeyFile(path)
  return keyIn(path)
}

/** The key from a file that is there. */
export const keyIn = (path: string): KeyObject => {
  const text = readFileSync(path, 'utf8').trim()
  if (!/^[0-9a-f]{64}$/.test(text)) throw new Error(`${path} is not a key: expected 64 hexadecimal digits. Restore it from the backup.`)
  return createSecretKey(text, 'hex')
}

/** Complete before it has its name, and never over another's: two processes that start at once agree on one key. */
const makeKeyFile = (path: string): void => {
  mkdirSync(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flush: true })
  chmodSync(draft, 0o600)
  try {
    linkSync(draft, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    rmSync(draft)
  }
}
