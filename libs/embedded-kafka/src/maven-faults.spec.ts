import { expect, it } from '@jest/globals'
import { mavenFault } from './maven-faults.js'

it.each([
  [
    'no-jars',
    '[ERROR] Plugin org.apache.maven.plugins:maven-dependency-plugin:3.8.1 or one of its dependencies could not be resolved: Connection refused -> [Help 1]\n[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.',
    'could not fetch Kafka (Plugin org.apache.maven.plugins:maven-dependency-plugin:3.8.1 or one of its dependencies could not be resolved: Connection refused); see that it reaches its repository',
  ],
  ['no-jars', '[ERROR] Could not transfer artifact: Checksum validation failed, expected 1 but is 2', 'another mirror'],
  ['disk-full', '[ERROR] Failed to execute goal: /m2/kafka.jar (No space left on device)', 'free some space'],
  [
    'no-jars',
    'The JAVA_HOME environment variable is not defined correctly',
    '(The JAVA_HOME environment variable is not defined correctly)',
  ],
] as const)('Maven without success is %s: %s', (kind, lastWords, sentence) => {
  expect(mavenFault(lastWords)).toMatchObject({ kind, message: expect.stringContaining(sentence) })
})
