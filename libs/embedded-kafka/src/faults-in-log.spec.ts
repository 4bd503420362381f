import { describe, expect, it } from '@jest/globals'
import { faultIn } from './faults-in-log.js'

const place = { folder: '/city/.concord/kafka', log: '/city/.concord/kafka/server.log' }

describe('what Kafka says when it does not start', () => {
  it.each([
    ['port-taken', 'org.apache.kafka.common.KafkaException: Socket server failed to bind to 127.0.0.1:9092: Address already in use.'],
    ['disk-full', 'Error while writing meta.properties file /city/.concord/kafka/data: java.io.IOException: No space left on device'],
    [
      'disk-full',
      'java.io.UncheckedIOException: Error while writing the Quorum status\nCaused by: java.io.IOException: No space left on device',
    ],
    ['other-cluster', "java.lang.RuntimeException: Stored node id 7 doesn't match previous node id 1 in /data/meta.properties."],
    [
      'other-version',
      'java.lang.IllegalArgumentException: No MetadataVersion with feature level 99. Valid feature levels are from 7 to 30.',
    ],
    ['not-permitted', 'java.nio.file.AccessDeniedException: /city/.concord/kafka/data/__cluster_metadata-0/00000000000000000000.log'],
    ['no-jars', 'Error: Could not find or load main class kafka.Kafka\nCaused by: java.lang.ClassNotFoundException: kafka.Kafka'],
    ['damaged', 'java.lang.RuntimeException: No readable meta.properties files found.\n\tat kafka.Kafka.main(Kafka.scala)'],
    ['damaged', 'java.lang.RuntimeException: Error: node ID not found in /city/.concord/kafka/data'],
    ['cannot-start', 'There is insufficient memory for the Java Runtime Environment to continue.'],
  ])('is %s: %s', (kind, lastWords) => expect(faultIn(lastWords, place)).toMatchObject({ kind }))

  it('names the port that is taken', () =>
    expect(faultIn('failed to bind to 127.0.0.1:9092: Address already in use.', place).message).toContain('Port 9092'))

  it('is one line, whatever it is', () =>
    expect(
      faultIn(
        '2026-11-27 03:51:41,173 ERROR Exiting Kafka (kafka.Kafka$)\norg.apache.kafka.common.config.ConfigException: b is odd\n\tat kafka.Kafka.main(Kafka.scala)\n',
        place,
      ).message,
    ).toBe('Kafka does not start on /city/.concord/kafka: b is odd'))
})
