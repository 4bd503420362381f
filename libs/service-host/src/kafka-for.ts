import { Logger } from '@nestjs/common'
import { type KafkaSettings, kafkaSettingsFrom } from '@concord/kafka'

/** Kafka as the environment names it, known to the brokers by the service's name. @throws KafkaFault */
export const kafkaFor = (service: string): KafkaSettings => {
  const logger = new Logger('kafka')
  return { ...kafkaSettingsFrom(process.env), clientId: `concord-${service}`, warn: (line) => logger.warn(line) }
}
