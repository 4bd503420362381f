import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { contextName } from '@concord/contracts'
import { makeSecrets } from '../../apps/platform/src/secrets/make-secrets.js'
import { postgresAddresses } from '../../apps/platform/src/secrets/secret-files.js'
import { pageAt } from '../docs/pages.js'
import { type Compose, composeAt, composeFrom, type ComposeService } from './compose.js'
import { composeComplaints, neighboursOf } from './compose-rules.js'
import { textAt } from './manifest.js'
import { missingPrograms } from './programs.js'
import { environmentComplaints, filesToldTo, secretsTold, serviceNames } from './settings-told.js'

const contexts: readonly string[] = contextName.options
const composition = composeAt('infra/docker/compose.yaml')
const services = Object.entries(composition.services)
/** What runs from our image. */
const programs = services.flatMap(([name, service]) => {
  const [program = ''] = service.command
  return program.startsWith('dist/') ? [{ name, program, service }] : []
})

describe('the composition', () => {
  it('runs every service', () => {
    const run = programs
      .map(({ program }) => /^dist\/apps\/([^/]+)\/src\/main\.js$/.exec(program)?.[1])
      .filter((name) => name !== undefined)
    expect(run).toEqual(serviceNames)
  })

  it('keeps every rule', () => expect(composeComplaints(composition)).toEqual([]))

  it('starts programs that are there', () => expect(missingPrograms(programs.map(({ service }) => service.command))).toEqual([]))

  it('tells each program what it asks for, and nothing else', () =>
    expect(
      programs.flatMap(({ name, program, service }) => environmentComplaints(program, service.environment).map((one) => `${name}: ${one}`)),
    ).toEqual([]))

  it('gives each program the files that it is told of, and no others', () => {
    for (const { name, service } of programs)
      expect([name, service.secrets.map(({ target }) => `/run/secrets/${target}`).toSorted()]).toEqual([
        name,
        filesToldTo(service.environment).toSorted(),
      ])
  })

  it('holds no secret', () => expect(services.flatMap(([, { environment }]) => secretsTold(environment))).toEqual([]))

  it('asks for no secret that nobody makes, but for the certificate', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'compose-'))
    await makeSecrets(folder)
    expect(
      Object.values(composition.secrets)
        .map(({ file }) => file)
        .toSorted(),
    ).toEqual([...readdirSync(folder), 'tls-certificate', 'tls-key'].map((name) => `./secrets/${name}`).toSorted())
    rmSync(folder, { recursive: true })
  })

  it('is open to others at one place', () =>
    expect(services.flatMap(([name, { ports }]) => ports.map((port) => `${name} ${port}`))).toEqual(['ingress 443:8443']))
})

describe('a context', () => {
  it.each(contexts)('%s meets its stores, the registry and the ingress, and no other context', (name) =>
    expect(neighboursOf(composition, name)).toEqual(['ingress', 'kafka', `migrate-${name}`, 'postgres', 'registry']),
  )

  it('has its own keys, its own store and its own name', () => {
    for (const name of contexts) {
      const sources = composition.services[name]?.secrets.map(({ source }) => source) ?? []
      expect(sources.toSorted()).toEqual(
        ['person-key', ...['kafka-password', 'postgres-url', 'signing-keys'].map((key) => `${name}-${key}`)].toSorted(),
      )
      expect(composition.services[name]?.environment['KAFKA_SASL_USERNAME']).toBe(name)
    }
  })
})

describe('the databases', () => {
  const sql = textAt('infra/docker/postgres/20-databases.sql')
  const made = new Map(sql.matchAll(/^ {2}\('(\w+)', '(\w+)'\)/gm).map(([, name = '', owner = '']) => [name, owner]))

  it('are those of the addresses, each owned by whoever migrates it', () => {
    const owners = postgresAddresses.filter(({ role, database }) => role === `${database}_owner`)
    const others = postgresAddresses.map(({ database }) => [database, database] as const)
    expect(Object.fromEntries(made)).toEqual({
      ...Object.fromEntries(others),
      ...Object.fromEntries(owners.map(({ database, role }) => [database, role])),
    })
  })

  it('are migrated for everybody who uses them', () => {
    const grants = programs.flatMap(({ service: { command, secrets } }) => {
      const [, service = '', option, ...roles] = command
      return option === '--grant-to' ? [[service.replaceAll('-', '_'), secrets.map(({ source }) => source), roles] as const] : []
    })
    const expected = [...made]
      .filter(([name, owner]) => name !== owner)
      .map(([database]) => {
        const [owner] = postgresAddresses.filter((one) => one.role === `${database}_owner`).map(({ file }) => file)
        return [
          database,
          [owner],
          postgresAddresses.filter((one) => one.database === database && one.file !== owner).map(({ role }) => role),
        ]
      })
    expect(grants).toEqual(expected)
    expect(sql).toContain('GRANT CONNECT ON DATABASE audit TO registry_trail;')
  })
})

describe('the ingress', () => {
  it('sends to every service its own paths', () => {
    const [, routed = ''] = /location ~ \^\/\(\?<service>([^)]+)\)\/v1\(\/\|\$\)/.exec(textAt('infra/docker/ingress/nginx.conf')) ?? []
    expect(routed.split('|')).toEqual(serviceNames)
  })
})

describe('events on KurrentDB', () => {
  const beside = composeAt('infra/docker/compose.kurrentdb.yaml')

  it.each(contexts)('of %s are on a node that nobody else reaches', (name) => {
    const node = `${name}-events`
    expect(new URL(beside.services[name]?.environment['KURRENTDB_URL'] ?? '').hostname).toBe(node)
    expect(beside.services[name]?.networks).toEqual([name, node])
    expect(beside.services[node]?.networks).toEqual([node])
    expect(beside.networks[node]).toEqual({ internal: true })
    expect(neighboursOf(beside, node)).toEqual([name])
    const environment = { ...composition.services[name]?.environment, ...beside.services[name]?.environment }
    expect(environmentComplaints(`dist/apps/${name}/src/main.js`, environment)).toEqual([])
  })

  it('keep every rule', () => {
    const nodes = Object.entries(beside.services).filter(([name]) => name.endsWith('-events'))
    expect(nodes).toHaveLength(contexts.length)
    expect(composeComplaints({ ...beside, services: Object.fromEntries(nodes) })).toEqual([])
  })
})

describe('the commands of the page', () => {
  const page = pageAt('docs/how-to/deploy.md').text

  it('name no files: .env says for all of them which store is meant', () => {
    expect(page).toContain('docker compose up')
    expect(page).not.toMatch(/docker compose (-f|--file)/)
    const choices = [...textAt('infra/docker/.env.example').matchAll(/^(?:# )?COMPOSE_FILE=(.*)$/gm)].map(([, files = '']) =>
      files.split(':'),
    )
    expect(choices).toEqual([['compose.yaml', 'compose.kurrentdb.yaml'], ['compose.yaml']])
  })

  it('are for services that there are', () => {
    const named = [...page.matchAll(/^docker compose (?:exec|run .*--entrypoint \S+) (\S+)/gm)].map(([, name]) => name)
    expect(named).toEqual(['health', 'registry'])
    expect(Object.keys(composition.services)).toEqual(expect.arrayContaining(named))
  })
})

describe('a rule', () => {
  const health = (change: Partial<ComposeService>): Compose => {
    const { health: one, ...others } = composition.services
    return { ...composition, services: { ...others, health: { ...(one as ComposeService), ...change } } }
  }

  const postgres = (change: Partial<ComposeService>): Compose => ({
    ...composition,
    services: { postgres: { ...(composition.services['postgres'] as ComposeService), ...change } },
  })

  it.each<[string, Compose]>([
    ['health may run as root', health({ user: 'node' })],
    ['health may run as root', health({ user: '0:0' })],
    ['health has capabilities', health({ cap_drop: ['NET_ADMIN'] })],
    ['health may become more than it is', health({ security_opt: [] })],
    ['health has no limits', health({ deploy: undefined })],
    ['health is of no one version', health({ image: 'concord:latest' })],
    ['health fills the disk with its log', health({ logging: undefined })],
    ['health does not say whether it comes back', health({ restart: undefined })],
    ['health reaches everybody', health({ networks: [] })],
    ['health may write to its image', health({ read_only: false })],
    ['health may write to its image', health({ volumes: ['./data:/concord'] })],
    ['health cannot be told of an authority', health({ volumes: [] })],
    ['health is asked whether it is well though it ends', health({ healthcheck: { disable: true } })],
    ['health takes part in other ways than by what it is told', health({ ports: ['3000:3000'] })],
    ['health waits for kafka in vain', health({ depends_on: { kafka: { condition: 'service_completed_successfully' } } })],
    ['health waits for nobody in vain', health({ depends_on: { nobody: { condition: 'service_healthy' } } })],
    ['secret spare', { ...composition, secrets: { ...composition.secrets, spare: { file: './secrets/spare' } } }],
    ['network elsewhere', health({ networks: ['elsewhere'] })],
    ['volume strange', { ...composition, volumes: { ...composition.volumes, strange: null } }],
    ['postgres does not tell whether it is well', postgres({ healthcheck: undefined })],
    ['postgres may write to its image', postgres({ read_only: false })],
  ])('is broken by what it forbids: %s', (complaint, wrong) => expect(composeComplaints(wrong)).toContain(complaint))

  it('finds contexts that meet', () =>
    expect(neighboursOf(health({ networks: ['health', 'civil-affairs'] }), 'health')).toContain('civil-affairs'))

  it('finds a field that Compose does not know', () =>
    expect(() => composeFrom({ ...composition, services: { health: { readonly: true } } })).toThrow('Unrecognized key: \\"readonly\\"'))
})
