import { ensureBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'
import { run } from './run.mjs'
import { Trouble } from './trouble.mjs'

// The Kafka driver counts a pause from a time that is over; Node sets it right and would say so at each start.
const quiet = '--disable-warning=TimeoutNegativeWarning'
const app = (main) => ({ build: true, program: [quiet, `dist/apps/platform/src/${main}.js`] })
// --experimental-vm-modules: Jest runs ES modules in VM contexts; its workers inherit both flags.
const jest = (...options) => ({
  build: false,
  program: [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    quiet,
    'node_modules/jest/bin/jest.js',
    ...options,
    // Last: a list of projects would take what is typed behind it for more of them.
    '--maxWorkers=2',
  ],
})

const asWritten = (main) => [quiet, '--import', './libs/testing/jest/sources.mjs', main]

const commands = {
  start: app('main'),
  'start-kafka': app('start-kafka/main'),
  score: app('score/main'),
  import: app('import/main'),
  'sample-city': app('sample-city/main'),
  'compare-cities': app('compare-cities/main'),
  operate: app('operate/main'),
  'verify-registry': app('verify-registry/main'),
  kafka: app('kafka/main'),
  'topics-apply': app('topics-apply/main'),
  secrets: app('secrets/main'),
  'bench-import': { build: false, program: asWritten('bench/import-memory.ts') },
  'bench-relay': { build: false, program: asWritten('bench/relay.ts') },
  'bench-wire': { build: false, program: asWritten('bench/wire.ts') },
  'test-chaos': { build: true, program: asWritten('e2e/chaos/main.ts') },
  test: jest(),
  'unit-test': jest('--selectProjects', 'pure'),
  install: { build: false },
  build: { build: true },
}

export const prepareAndRun = async (name, args) => {
  const command = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined
  if (!command) throw new Trouble(`There is no command "${name ?? ''}"; there are ${Object.keys(commands).join(', ')}.`)
  await ensureInstalled()
  if (command.build) await ensureBuilt()
  if (command.program) await run([...command.program, ...args])
}
