import { Logger } from '@nestjs/common'
import { kafkaSettingsFrom, openKafka } from '@concord/kafka'

/** Kafka as the environment names it, known to the brokers by the service's name. @throws KafkaFault */
export const kafkaFor = (service: string): ReturnType<typeof openKafka> => {
  const logger = new Logger('kafka')
  return openKafka({ ...kafkaSettingsFrom(process.env), clientId: `concord-${service}`, warn: (line) => logger.warn(line) })
}
