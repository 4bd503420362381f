import { resolve } from 'node:path'
import { startCommand } from '../starting/start-command.js'

/** A city on Kafka keeps its own data: what is read of one log means nothing on another. */
const usual = startCommand === 'npm start' ? '.concord' : '.concord/on-kafka'

/** Where the platform keeps everything: `.concord` beside the project, or the folder that CONCORD_DATA names. */
export const dataFolder = resolve(process.env['CONCORD_DATA'] ?? usual)
