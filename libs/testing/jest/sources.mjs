import { existsSync } from 'node:fs'
import { registerHooks } from 'node:module'

// Lets Node run the libraries' TypeScript as it is written, where nothing is built and Jest does not transform: `@concord/x` is
// libs/x/src/index.ts, and './x.js' is './x.ts' where only that exists. Node itself strips the types.
registerHooks({
  resolve(specifier, context, next) {
    const lib = /^@concord\/([^/]+)$/.exec(specifier)?.[1]
    if (lib) return next(new URL(`../../${lib}/src/index.ts`, import.meta.url).href, context)
    if (!specifier.startsWith('.') || !specifier.endsWith('.js')) return next(specifier, context)
    const source = new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL)
    return next(existsSync(source) ? source.href : specifier, context)
  },
})
