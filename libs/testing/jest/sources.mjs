import { existsSync, readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from '@swc/core'

// Lets Node run the libraries' TypeScript as it is written, where nothing is built and Jest does not transform: `@concord/x` is
// libs/x/src/index.ts, and './x.js' is './x.ts' where there is only that. What Node itself cannot strip, such as a decorator, SWC turns
// into JavaScript as in a build.
const { exclude: _tests, ...settings } = JSON.parse(readFileSync(new URL('../../../.swcrc', import.meta.url), 'utf8'))
const asBuilt = { ...settings, swcrc: false, jsc: { ...settings.jsc, paths: undefined, baseUrl: undefined } }

registerHooks({
  resolve(specifier, context, next) {
    const [, lib, door = 'src'] = /^@concord\/([^/]+?)(?:\/(testing))?$/.exec(specifier) ?? []
    if (lib) return next(new URL(`../../${lib}/${door}/index.ts`, import.meta.url).href, context)
    if (!/^\.{1,2}\/.*\.js$/.test(specifier)) return next(specifier, context)
    const compiled = new URL(specifier, context.parentURL)
    const source = new URL(compiled.href.replace(/\.js$/, '.ts'))
    return next(existsSync(compiled) || !existsSync(source) ? specifier : source.href, context)
  },
  load(url, context, next) {
    if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context)
    const file = fileURLToPath(url)
    const { code } = transformSync(readFileSync(file, 'utf8'), { ...asBuilt, filename: file, sourceMaps: 'inline' })
    return { format: 'module', source: code, shortCircuit: true }
  },
})
