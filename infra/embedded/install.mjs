import { readFileSync } from 'node:fs'
import { delimiter } from 'node:path'
import { alone } from './lock.mjs'
import { inRoot } from './places.mjs'
import { runTool } from './run.mjs'
import { Trouble } from './trouble.mjs'

export const ensureInstalled = async () => {
  if (isInstalled()) return
  await alone('install', async (hold) => {
    if (!isInstalled()) await install(hold)
  })
}

/** npm writes down what it installed when it has finished: that list and the lock file must name the same versions. */
const isInstalled = () => {
  const wanted = packagesIn('package-lock.json')
  const present = packagesIn('node_modules/.package-lock.json')
  return Object.entries(wanted).every(
    ([path, { version, optional, peer }]) => path === '' || present[path]?.version === version || (!present[path] && (optional || peer)),
  )
}

const packagesIn = (lockFile) => {
  try {
    return JSON.parse(readFileSync(inRoot(lockFile), 'utf8')).packages
  } catch {
    return {}
  }
}

const install = async (hold) => {
  console.error('installing packages (a minute or two) …')
  // Whatever the reader's npm is set to: development packages are needed to build, errors are to be heard, install scripts are not run.
  const options = ['--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const { succeeded, said } = await runTool(hold, ['npm', 'ci', ...options], { ...process.env, PATH: pathOfHost() })
  if (!succeeded)
    throw new Trouble(`${said}\nThe packages could not be installed; npm's reason is above. Once that is solved, run the command again.`)
}

/** npm ci deletes node_modules, and with it the Node that may be running this: npm itself runs on the machine's own Node. */
const pathOfHost = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter)
