import { readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { contextName } from '@concord/contracts'
import { readTopicsFile, topicsIn, TopicsFileFault } from './topics-file.js'
import { wantedBy } from './wanted.js'

const path = 'infra/kafka/topics.yaml'
const yaml = readFileSync(path, 'utf8')
const { topics, rights, groups } = wantedBy(readTopicsFile(path))

describe('the project’s topics', () => {
  it('are one an agency, and the registry’s', () =>
    expect(topics.map(({ name, ofAgency }) => ({ name, ofAgency }))).toEqual([
      ...contextName.options.map((agency) => ({ name: `concord.${agency}.v1`, ofAgency: true })),
      { name: 'concord.registry.v1', ofAgency: false },
    ]))

  it('keep facts for ever, and never one message a key in place of all', () => {
    for (const { ofAgency, configs } of topics) {
      expect(configs['cleanup.policy']).toBe('delete')
      expect(configs['retention.ms'] === '-1').toBe(ofAgency)
    }
  })

  it.each([
    [1, '1'],
    [2, '1'],
    [3, '2'],
  ])('kept on %d brokers are acknowledged by %s at least', (replication, least) =>
    expect(wantedBy(topicsIn(yaml), replication).topics[0]).toMatchObject({ replication, configs: { 'min.insync.replicas': least } }),
  )

  it('are written by their agency alone, and read by the registry alone', () => {
    const who = (operation: string, name: string) =>
      rights.filter((right) => right.operation === operation && right.name === name).map(({ principal }) => principal)
    for (const agency of contextName.options) {
      expect(who('WRITE', `concord.${agency}.v1`)).toEqual([`User:${agency}`])
      expect(who('READ', `concord.${agency}.v1`)).toEqual(['User:registry'])
      expect(who('DESCRIBE', `concord.${agency}.v1`)).toEqual([`User:${agency}`, 'User:registry'])
    }
    expect(who('WRITE', 'concord.registry.v1')).toEqual(['User:registry'])
  })

  it('let the registry join its own group, and groups of one that it clears away', () => {
    expect(groups).toEqual([
      { pattern: 'LITERAL', name: 'concord-registry' },
      { pattern: 'PREFIXED', name: 'concord-alone-' },
    ])
    const may = rights.filter(({ resource }) => resource === 'GROUP').map(({ principal, operation, name }) => [principal, operation, name])
    expect(may).toEqual([
      ['User:registry', 'READ', 'concord-registry'],
      ['User:registry', 'READ', 'concord-alone-'],
      ['User:registry', 'DELETE', 'concord-alone-'],
    ])
  })
})

describe('a file of topics is refused', () => {
  it.each([
    [
      'when a person would not be in the same partition of each',
      ['partitions: 12', 'partitions: 6'],
      'different numbers of partitions (concord.healthcare-security.v1 6, concord.civil-affairs.v1 12',
    ],
    [
      'when two agencies share a topic',
      ['writer: health\n', 'writer: civil-affairs\n'],
      'civil-affairs writes 2 topics; it shall write one; health writes 0',
    ],
    ['when it names somebody whom it does not know', ['readers: [registry]', 'readers: [auditor]'], 'there is no principal for auditor'],
    [
      'when it sets what follows from the replication',
      ['retention.ms: -1', 'min.insync.replicas: 1'],
      'topics › concord.healthcare-security.v1 › configs: min.insync.replicas follows',
    ],
    ['when it has a word that nobody knows', ['partitions: 12', 'partition: 12'], 'topics › concord.healthcare-security.v1'],
    ['when it is no YAML', ['replication: 3', 'replication: [3'], 'at line'],
    ['when it is empty', [yaml, ''], 'expected object'],
  ])('%s', (_, [found = '', put = ''], sentence) => {
    const read = () => topicsIn(yaml.replace(found, put))
    expect(read).toThrow(TopicsFileFault)
    expect(read).toThrow(sentence)
  })

  it('when it is not there, and says so', () =>
    expect(() => readTopicsFile('infra/nowhere.yaml')).toThrow('infra/nowhere.yaml cannot be read (ENOENT).'))
})
