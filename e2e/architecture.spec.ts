import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from '@jest/globals'
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser'

/** Each wall is run into on purpose: a rule that nothing can break protects nothing. */
describe('the architecture', () => {
  it('keeps cores pure: no Node', () => breaks('core-is-pure', { 'libs/health/src/index.ts': "import 'node:fs'" }))

  it('keeps cores pure: no framework', () => breaks('core-is-pure', { 'libs/recognition/src/index.ts': "import '@nestjs/common'" }))

  it('keeps cores pure: nothing of ours that is not', () =>
    breaks('core-is-pure', { 'libs/decider/src/index.ts': "import '@concord/service-kit'", 'libs/service-kit/src/index.ts': 'export {}' }))

  it('keeps contexts strangers: no other context’s lib', () =>
    breaks('contexts-are-strangers', {
      'apps/health/src/main.ts': "import '@concord/civil-affairs'",
      'libs/civil-affairs/src/index.ts': 'export {}',
    }))

  it('keeps contexts strangers: no other context’s app', () =>
    breaks('contexts-are-strangers', {
      'apps/health/src/main.ts': "import '../../civil-affairs/src/main.js'",
      'apps/civil-affairs/src/main.ts': 'export {}',
    }))

  it('keeps apps leaves: no lib builds on an app', () =>
    breaks('apps-are-leaves', {
      'libs/service-kit/src/index.ts': "import '../../../apps/audit/src/main.js'",
      'apps/audit/src/main.ts': 'export {}',
    }))

  it('keeps apps leaves: no app but the platform builds on another', () =>
    breaks('apps-are-leaves', { 'apps/registry/src/main.ts': "import '../../audit/src/main.js'", 'apps/audit/src/main.ts': 'export {}' }))

  it('lets libs be entered by the front door only', () =>
    breaks('front-door-only', {
      'apps/health/src/main.ts': "import '../../../libs/health/src/hidden.js'",
      'libs/health/src/hidden.ts': 'export {}',
    }))

  it('keeps test words out of what runs', () =>
    breaks('tests-stay-in-tests', { 'apps/health/src/main.ts': "import '@concord/specify'", 'libs/specify/src/index.ts': 'export {}' }))

  it.each(['pg', 'kafkajs', '@kurrent/kurrentdb-client'])('keeps drivers in their adapters: %s', (driver) =>
    breaks('drivers-stay-in-adapters', { 'apps/health/src/main.ts': `import '${driver}'` }),
  )

  it('keeps KurrentDB in its own', () =>
    breaks('kurrentdb-stays-in-its-adapter', { 'libs/event-store-postgres/src/index.ts': "import '@kurrent/kurrentdb-client'" }))

  it('keeps one door to Kafka', () =>
    breaks('one-door-to-kafka', { 'libs/published-log-kafka/src/index.ts': "import { Kafka } from 'kafkajs'\nnew Kafka({ brokers: [] })" }))

  it('lets adapters of Kafka know the types of its driver', () =>
    breaks(undefined, { 'libs/published-log-kafka/src/index.ts': "import type { Admin } from 'kafkajs'\nexport type Opened = Admin" }))

  it('refuses circles', () =>
    breaks('no-cycles', { 'apps/health/src/one.ts': "import './other.js'", 'apps/health/src/other.ts': "import './one.js'" }))

  it('lets an adapter use its driver', () =>
    breaks(undefined, { 'libs/event-store-kurrentdb/src/index.ts': "import '@kurrent/kurrentdb-client'" }))

  it('lets the platform compose, and a context use its own lib', () =>
    breaks(undefined, {
      'apps/platform/src/main.ts': "import '../../health/src/main.js'",
      'apps/health/src/main.ts': "import '@concord/health'\nimport '@nestjs/common'",
      'libs/health/src/index.ts': "import '@concord/standards'",
      'libs/standards/src/index.ts': "import 'zod'",
    }))
})

const root = join(import.meta.dirname, '..')
const rules = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs')) as {
  forbidden: IForbiddenRuleType[]
  options: ICruiseOptions
}
const made: string[] = []

/** Builds a house of these files in a folder of its own and walks through it with the project's rules. */
const breaks = async (rule: string | undefined, files: Record<string, string>): Promise<void> => {
  const house = realpathSync(mkdtempSync(join(tmpdir(), 'house-')))
  made.push(house)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true })
    writeFileSync(join(house, path), `${text}\n`)
  }
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
  const tsConfig = { fileName: join(house, 'tsconfig.json') }
  const paths = { '@concord/*': ['./libs/*/src/index.ts'] }
  writeFileSync(tsConfig.fileName, JSON.stringify({ compilerOptions: { module: 'nodenext', baseUrl: '.', paths } }))
  writeFileSync(join(house, 'package.json'), '{ "type": "module" }')
  const settings = { ...rules.options, tsConfig, ruleSet: { forbidden: rules.forbidden }, validate: true, baseDir: house }
  const folders = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))]
  const ownLibs = { tsConfig: { options: { paths: { '@concord/*': [join(house, 'libs/*/src/index.ts')] } } } }
  const { output } = await cruise(folders, settings, {}, ownLibs)
  const broken = new Set((output as ICruiseResult).summary.violations.map((violation) => violation.rule.name))
  if (rule === undefined) expect([...broken]).toEqual([])
  else expect([...broken]).toContain(rule)
}

afterEach(() => {
  for (const house of made.splice(0)) rmSync(house, { recursive: true, force: true })
})
