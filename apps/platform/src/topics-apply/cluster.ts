import { KafkaFault, type KafkaSettings, kafkaSettingsFrom } from '@concord/kafka'

/** How the cluster is reached that was typed, or that the environment names. @throws KafkaFault 'wrong-settings' */
export const clusterFrom = (typed: string | undefined, env: NodeJS.ProcessEnv): KafkaSettings => {
  const brokers = typed ?? env['KAFKA_BROKERS']
  if (brokers) return kafkaSettingsFrom({ ...env, KAFKA_BROKERS: brokers })
  throw new KafkaFault('wrong-settings', 'Name the brokers with --brokers HOST:PORT, or in KAFKA_BROKERS.')
}
