import { resolve } from 'node:path'

/** Where the platform keeps everything: `.concord` beside the project, or the folder that CONCORD_DATA names. */
export const dataFolder = resolve(process.env['CONCORD_DATA'] ?? '.concord')
