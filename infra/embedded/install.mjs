import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { delimiter } from 'node:path'
import { alone } from './lock.mjs'
import { inRoot, root } from './places.mjs'
import { Trouble } from './trouble.mjs'

export const ensureInstalled = async () => {
  if (isInstalled()) return
  await alone('install', async () => {
    if (!isInstalled()) await install()
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

const install = async () => {
  console.error('installing packages (about 30 s) …')
  // Whatever the reader's npm is set to: development packages are needed to build, errors are to be heard, install scripts are not run.
  const options = ['--ignore-scripts', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = spawn('npm', ['ci', ...options], {
    cwd: root,
    env: { ...process.env, PATH: pathOfHost() },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [npm.stdout, npm.stderr]) stream.on('data', (text) => (said += text))
  const [code] = await once(npm, 'close').catch((error) => [(said += error.message)])
  if (code !== 0)
    throw new Trouble(
      `${said.trim()}\nThe packages could not be installed; npm's reason is above. Once that is solved, run the command again.`,
    )
}

/** npm ci deletes node_modules, and with it the Node that may be running this: npm itself runs on the machine's own Node. */
const pathOfHost = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter)
