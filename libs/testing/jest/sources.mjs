import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'

// Lets Node run the libraries' TypeScript as it is written, where nothing is built and Jest does not transform: `@concord/x` is
// libs/x/src/index.ts, and './x.js' is './x.ts' where there is only that. Node itself strips the types.
registerHooks({
  resolve(specifier, context, next) {
    const [, lib, door = 'src'] = /^@concord\/([^/]+?)(?:\/(testing))?$/.exec(specifier) ?? []
    if (lib) return next(new URL(`../../${lib}/${door}/index.ts`, import.meta.url).href, context)
    if (!/^\.{1,2}\/.*\.js$/.test(specifier)) return next(specifier, context)
    const compiled = new URL(specifier, context.parentURL)
    const source = new URL(compiled.href.replace(/\.js$/, '.ts'))
    return next(existsSync(compiled) || !existsSync(source) ? specifier : source.href, context)
  },
})
