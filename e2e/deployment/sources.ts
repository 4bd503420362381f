import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { root } from '../docs/pages.js'

/** What a program consists of: files of the project, those among them that it reads while it runs, and packages. */
export interface Parts {
  readonly files: ReadonlySet<string>
  readonly packages: ReadonlySet<string>
}

/** Follows what is imported from a program's main file; what is imported for its types alone is not there when it runs. */
export const partsOf = (mains: readonly string[]): Parts => {
  const files = new Set<string>()
  const packages = new Set<string>()
  const follow = (file: string): void => {
    if (files.has(file)) return
    files.add(file)
    if (!file.endsWith('.ts')) return
    const text = readFileSync(join(root, file), 'utf8')
    for (const [, named = ''] of text.matchAll(/'(infra\/[\w./-]+)'/g)) files.add(named)
    for (const name of importsIn(text)) {
      const found = fileOf(file, name)
      if (found !== undefined) follow(found)
      else if (!name.startsWith('node:')) packages.add(packageOf(name))
    }
  }
  mains.forEach(follow)
  return { files, packages }
}

const importsIn = (text: string): readonly string[] =>
  [...text.matchAll(/^(?:import|export) (?!type )(?:[^'"]*? from )?'([^']+)'|\bimport\('([^']+)'\)/gm)].map(
    ([, one, other]) => one ?? other ?? '',
  )

const fileOf = (from: string, name: string): string | undefined => {
  if (name.startsWith('@concord/')) return `libs/${name.slice('@concord/'.length)}/src/index.ts`
  if (!name.startsWith('.')) return undefined
  const path = normalize(join(dirname(from), name))
  const source = path.replace(/\.js$/, '.ts')
  return existsSync(join(root, source)) ? source : path
}

const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')

/** Whether the last line of a .dockerignore that fits a path, or a folder above it, leaves it out. */
export const isIgnored = (ignore: string, path: string): boolean =>
  ignore
    .split('\n')
    .filter((line) => /^[^#\s]/.test(line))
    .reduce((ignored, line) => {
      const pattern = line.replace(/^!/, '')
      return withFolders(path).some((one) => patternOf(pattern).test(one)) ? pattern === line : ignored
    }, false)

const withFolders = (path: string): readonly string[] => path.split('/').map((_, depth, steps) => steps.slice(0, depth + 1).join('/'))

const patternOf = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('**/', '(?:.+/)§').replaceAll('*', '[^/]*').replaceAll('§', '?')}$`)
