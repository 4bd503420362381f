import { resolve } from 'node:path'
import { isOnKafka } from '../starting/start-command.js'

/** A city on Kafka keeps its own data: what is read of one log means nothing on another. */
const usual = isOnKafka ? '.concord/on-kafka' : '.concord'

/** Where the platform keeps everything: `.concord` beside the project, or the folder that CONCORD_DATA names. */
export const dataFolder = resolve(process.env['CONCORD_DATA'] ?? usual)
