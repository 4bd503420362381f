import { describe, expect, it } from '@jest/globals'
import { contextName } from '@concord/contracts'
import { codeIn, pageAt, rowsOf } from '../docs/pages.js'
import { authoritiesFolder } from './authorities.js'
import { built } from './kustomize.js'
import { documentsAt, documentsIn, isObject, type Json, type JsonObject, type Manifest, textAt } from './manifest.js'
import { merged, replacedAt } from './merge-patch.js'
import { waysOf } from './network-rules.js'
import { podComplaints } from './pod-rules.js'
import { containersIn, environmentOf, ofKind, podsIn, secretFilesOf } from './pods.js'
import { missingPrograms } from './programs.js'
import { environmentComplaints, filesToldTo, secretsTold, serviceNames } from './settings-told.js'
import { misfits } from './typed.js'

const contexts: readonly string[] = contextName.options
const folders = ['one-zone', 'production']
const overlays = folders.map((name) => [name, built(`infra/kubernetes/overlays/${name}`)] as const)
const [, production] = overlays[1] ?? ['', []]
const placesOf = (name: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    textAt(`infra/kubernetes/overlays/${name}/places.env`)
      .matchAll(/^(\w+)=(.+)$/gm)
      .map(([, key = '', value = '']) => [key, value]),
  )

const containers = (manifests: readonly Manifest[]) =>
  podsIn(manifests).flatMap((pod) =>
    containersIn(pod).map((container) => ({
      who: `${pod.name}/${container.name}`,
      command: container.args ?? [],
      environment: environmentOf(manifests, container),
      files: secretFilesOf(pod, container),
    })),
  )

describe.each(overlays)('the overlay %s', (name, manifests) => {
  it('fits the API, field by field', () => expect(misfits(manifests)).toEqual([]))

  it('runs every service and the topics, and nothing else', () =>
    expect(
      podsIn(manifests)
        .map((pod) => pod.name)
        .toSorted(),
    ).toEqual([...serviceNames, 'topics'].toSorted()))

  it('keeps every rule for what runs', () => expect(podComplaints(manifests)).toEqual([]))

  it('starts programs that are there', () => expect(missingPrograms(containers(manifests).map(({ command }) => command))).toEqual([]))

  it('tells each program what it asks for, and nothing else', () =>
    expect(
      containers(manifests).flatMap(({ who, command: [program = ''], environment }) =>
        environmentComplaints(program, environment).map((complaint) => `${who}: ${complaint}`),
      ),
    ).toEqual([]))

  it('gives each program the files that it is told of, and no others', () => {
    for (const { who, environment, files } of containers(manifests))
      expect([who, files.map(({ path }) => path).toSorted()]).toEqual([who, filesToldTo(environment).toSorted()])
  })

  it('holds no secret', () => {
    expect(ofKind(manifests, 'Secret')).toEqual([])
    expect(containers(manifests).flatMap(({ environment }) => secretsTold(environment))).toEqual([])
  })

  it('lets no context, nor anybody else, reach what is not its own', () => {
    const at = placesOf(name)
    const place = (what: string, port: number): string => `${at[what.replaceAll('-', '_').toUpperCase()]}:${port}`
    const always = ['kube-system kube-dns:53', place('ISSUER', 443)]
    const brokers = place('BROKERS', 9093)
    const expected: Readonly<Record<string, readonly string[]>> = {
      ...Object.fromEntries(
        contexts.map((context) => {
          const events = name === 'production' ? [place(`${context}-events`, 2113)] : []
          return [context, [...always, brokers, place(`${context}-database`, 5432), ...events]]
        }),
      ),
      registry: [
        ...always,
        brokers,
        place('registry-database', 5432),
        place('audit-database', 5432),
        ...contexts.map((context) => `${context}:3000`),
      ],
      audit: [...always, place('audit-database', 5432)],
      topics: ['kube-system kube-dns:53', brokers],
    }
    const reached = Object.keys(expected).map((who) => [who, waysOf(manifests, who).reaches])
    expect(Object.fromEntries(reached)).toEqual(
      Object.fromEntries(Object.entries(expected).map(([who, ways]) => [who, [...new Set(ways)].toSorted()])),
    )
  })

  it('lets in the ingress controller, who gathers metrics, and to contexts the registry', () => {
    const { INGRESS_NAMESPACE, MONITORING_NAMESPACE } = placesOf(name)
    const always = [`${INGRESS_NAMESPACE}:3000`, `${MONITORING_NAMESPACE}:3000`]
    for (const who of [...serviceNames, 'topics']) {
      const expected = contexts.includes(who) ? [...always, 'registry:3000'] : always
      expect([who, waysOf(manifests, who).isReachedBy]).toEqual([who, who === 'topics' ? [] : expected])
    }
  })

  it('routes the paths of every service, and no others', () => {
    const [ingress] = ofKind(manifests, 'Ingress')
    const paths = ingress?.spec?.rules?.flatMap(({ http }) => http?.paths ?? []) ?? []
    expect(paths.map(({ path, backend }) => [path, backend.service?.name])).toEqual(
      serviceNames.map((service) => [`/${service}/v1`, service]),
    )
  })

  it('does not make more projectors than there are partitions, nor counts replicas twice', () => {
    const [scaler] = ofKind(manifests, 'HorizontalPodAutoscaler')
    expect(scaler?.spec?.maxReplicas).toBeLessThanOrEqual(12)
    const registry = ofKind(manifests, 'Deployment').find(({ metadata }) => metadata?.name === 'registry')
    expect(registry?.spec).not.toHaveProperty('replicas')
  })

  it('forbids by its namespace what a pod should not ask for', () =>
    expect(manifests.find(({ kind }) => kind === 'Namespace')?.metadata['labels']).toMatchObject({
      'pod-security.kubernetes.io/enforce': 'restricted',
    }))
})

describe('the secrets that the cluster must have', () => {
  it('are those of the page, key by key', () => {
    const asked = podsIn(production).flatMap((pod) => containersIn(pod).flatMap((container) => secretFilesOf(pod, container)))
    const told = rowsOf(pageAt('docs/how-to/deploy.md'), 'The secrets of a cluster').flatMap(([names = '', keys = '']) =>
      codeIn(names).flatMap((name) => codeIn(keys).map((key) => `${name} ${key}`)),
    )
    expect(told.toSorted()).toEqual([...new Set(asked.map(({ secret, key }) => `${secret} ${key}`))].toSorted())
  })
})

it('the page asks for the version of Kubernetes whose API the manifests fit', () => {
  const { devDependencies } = JSON.parse(textAt('package.json')) as { readonly devDependencies: Readonly<Record<string, string>> }
  const [, version] = /Kubernetes (\d+\.\d+) or newer/.exec(pageAt('docs/how-to/deploy.md').text) ?? []
  expect(devDependencies['kubernetes-types']).toBe(`^${version}.0`)
})

describe('the ports of the network policies', () => {
  it('to what stands outside are those of the page, which says where they are changed', () => {
    const page = pageAt('docs/how-to/deploy.md').text
    const outside = ['infra/kubernetes/base/network/outside.yaml', 'infra/kubernetes/components/kurrentdb/outside.yaml']
    const policies = outside.flatMap((path) => ofKind(documentsAt(path) as Manifest[], 'NetworkPolicy'))
    const ports = policies.flatMap(({ spec }) => spec?.egress ?? []).flatMap((egress) => egress.ports?.map(({ port }) => port) ?? [])
    const [, told = ''] = /by other ports than ([^:]+):/.exec(page) ?? []
    expect(new Set(told.match(/\d+/g)?.map(Number))).toEqual(new Set(ports))
    for (const path of outside) expect(page).toContain(`](../../${path})`)
  })
})

describe('an authority of one’s own', () => {
  const told = rowsOf(pageAt('docs/how-to/deploy.md'), 'Authorities of your own').map(([, how = '']) => codeIn(how).join(' '))
  const file = `${authoritiesFolder}/ca.pem`

  it('is named by the page for each server that is reached by TLS, where it is mounted', () => {
    const ways = ['NODE_EXTRA_CA_CERTS=', 'KAFKA_CA_FILE=', 'sslrootcert=', 'tlsCAFile=']
    expect(ways.map((way) => told.filter((how) => how.includes(`${way}${file}`)).length)).toEqual(ways.map(() => 1))
  })
})

describe('a rule', () => {
  const health = (patch: JsonObject): readonly Manifest[] =>
    production.map((one) =>
      one.kind === 'Deployment' && one.metadata.name === 'health' ? (merged(one, { spec: patch }) as Manifest) : one,
    )
  const pod = (patch: JsonObject) => health({ template: { spec: patch } })
  const service = (patch: JsonObject) => pod({ containers: [{ name: 'service', ...patch }] })
  const spread = (change: JsonObject): readonly Manifest[] =>
    production.map((one) =>
      one.kind === 'Deployment' && one.metadata.name === 'health'
        ? (replacedAt(one, ['spec', 'template', 'spec', 'topologySpreadConstraints', '0'], change) as Manifest)
        : one,
    )

  it.each<[string, readonly Manifest[]]>([
    ['health gets a token of the cluster', pod({ automountServiceAccountToken: true })],
    ['health may run as root', pod({ securityContext: { runAsUser: 0 } })],
    ["health reaches into its node's own affairs", pod({ hostNetwork: true })],
    ["health reaches into its node's own affairs", pod({ volumes: [{ name: 'node', hostPath: { path: '/' } }] })],
    ['health leaves its secrets to every account', pod({ volumes: [{ name: 'owner', secret: { defaultMode: 0o444 } }] })],
    ['health cannot be told of an authority', pod({ volumes: [{ name: 'authorities', configMap: { optional: false } }] })],
    ['health cannot be told of an authority', service({ volumeMounts: [{ mountPath: '/run/authorities', name: 'secrets' }] })],
    ['health may make every system call', pod({ securityContext: { seccompProfile: { type: 'Unconfined' } } })],
    ['health is told of every service', pod({ enableServiceLinks: true })],
    ['health has no time to finish', pod({ terminationGracePeriodSeconds: 5 })],
    ['health/service may write to its image', service({ securityContext: { readOnlyRootFilesystem: false } })],
    ['health/service may become more than it is', service({ securityContext: { allowPrivilegeEscalation: true } })],
    ['health/service has capabilities', service({ securityContext: { capabilities: { add: ['NET_ADMIN'] } } })],
    ['health/service has no limits', service({ resources: { limits: { memory: '' } } })],
    ['health/service is of no one version', service({ image: 'registry.example/concord:latest' })],
    ['health/service does not tell whether it is ready', service({ readinessProbe: { httpGet: { path: '/health/live' } } })],
    ['health/service does not tell whether it lives', service({ livenessProbe: { httpGet: { port: 80 } } })],
    ['health goes before the new one is ready', health({ strategy: { rollingUpdate: { maxUnavailable: 1 } } })],
    ['health crowds its replicas on one node', spread({ topologyKey: 'rack' })],
    ['health waits for a zone that is gone', spread({ nodeTaintsPolicy: 'Ignore' })],
    ['health is spread around those that it replaces', spread({ matchLabelKeys: ['app.kubernetes.io/name'] })],
    ['health may lose all replicas to a drain', production.filter(({ kind }) => kind !== 'PodDisruptionBudget')],
  ])('is broken by what it forbids: %s', (complaint, manifests) => expect(podComplaints(manifests)).toContain(complaint))

  it.each([
    ['a field that the API does not know', { readinesProbe: {} }, `'"readinesProbe"' does not exist in type 'Container'`],
    ['a value of another kind', { terminationMessagePath: 3 }, "Type 'number' is not assignable to type 'string'"],
  ])('finds %s', (_what, change, told) => {
    const [wrong, ...others] = misfits(service(change).filter(({ metadata }) => metadata.name === 'health'))
    expect(wrong).toContain(told)
    expect(others).toEqual([])
  })

  it('finds a way that should not be', () => {
    const changed = (name: string, spec: Json): readonly Manifest[] =>
      production.map((one) => (one.kind === 'NetworkPolicy' && one.metadata.name === name ? { ...one, spec } : one))
    const open = { podSelector: {}, policyTypes: ['Egress'], egress: [{}] }
    expect(waysOf(changed('to-health-database', open), 'civil-affairs').reaches).toContain('anywhere:any')
    expect(
      waysOf(
        production.filter(({ kind }) => kind !== 'NetworkPolicy'),
        'health',
      ),
    ).toEqual({
      reaches: ['anywhere:any'],
      isReachedBy: ['anywhere:any'],
    })
    const narrow = production.find(({ kind, metadata }) => kind === 'NetworkPolicy' && metadata.name === 'to-health-database')?.['spec']
    const toAll = { ...(isObject(narrow) && narrow), podSelector: { matchLabels: { 'concord/role': 'context' } } }
    expect(waysOf(changed('to-health-database', toAll), 'civil-affairs').reaches).toContain(
      `${placesOf('production')['HEALTH_DATABASE']}:5432`,
    )
  })

  it('finds an environment that lacks something, says it wrongly, or says too much', () => {
    const told = environmentOf(production, podsIn(production).find(({ name }) => name === 'health')?.spec.containers[0] ?? { name: '' })
    const complaints = (change: Record<string, string | undefined>) =>
      environmentComplaints('dist/apps/health/src/main.js', { ...told, ...change })
    expect(complaints({})).toEqual([])
    expect(complaints({ OIDC_ISSUER: '' })).toEqual([expect.stringMatching(/^OIDC_ISSUER: /)])
    expect(complaints({ OIDC_ISSUER: 'issuer' })).toEqual(['OIDC_ISSUER: Invalid URL'])
    expect(complaints({ SIGNING_KEY_FILE: '/x' })).toEqual(['SIGNING_KEY_FILE is asked for by nobody'])
    expect(complaints({ KAFKA_TLS: 'yes' })).toEqual([expect.stringContaining('KAFKA_TLS is "yes"')])
    expect(environmentComplaints('dist/apps/audit/src/main.js', told)).toContain('KAFKA_BROKERS is asked for by nobody')
    expect(missingPrograms([['dist/apps/nobody/src/main.js'], ['sh', '-c', 'true']])).toEqual(['dist/apps/nobody/src/main.js', 'sh'])
  })

  it.each([
    ['POSTGRES_URL', 'postgres://health:secret@database.example/health'],
    ['KAFKA_SASL_PASSWORD', 'secret'],
    ['PERSON_KEY_FILE', '0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef'],
  ])('finds a secret in %s', (name, value) => expect(secretsTold({ [name]: value })).toEqual([`${name} holds a secret`]))

  it('finds YAML that is none', () => expect(() => documentsIn('a: 1\na: 2')).toThrow('unique'))
})
