import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../docs/pages.js'

/** The source of a program: `dist/apps/health/src/main.js` is compiled from `apps/health/src/main.ts`. */
export const sourceOf = (program: string): string => program.replace(/^dist\//, '').replace(/\.js$/, '.ts')

/** What is started but is not there, whatever arguments it gets. */
export const missingPrograms = (commands: readonly (readonly string[])[]): readonly string[] =>
  commands
    .map(([program = 'nothing']) => program)
    .filter((program) => !program.startsWith('dist/') || !existsSync(join(root, sourceOf(program))))
