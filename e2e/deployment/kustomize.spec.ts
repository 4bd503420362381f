import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { root } from '../docs/pages.js'
import { built } from './kustomize.js'
import { documentsIn, type JsonObject, type Manifest } from './manifest.js'
import { merged, replacedAt } from './merge-patch.js'

const overlays = ['infra/kubernetes/overlays/one-zone', 'infra/kubernetes/overlays/production']

/**
 * Looks whether what the other specs look at is what kustomize gives to a cluster. The build cannot bring the tool (Debian's kubectl has
 * a kustomize that knows no components): where it is missing these are skipped, and say so. The rules are checked without it.
 */
const tool = [['kustomize', 'build'] as const, ['kubectl', 'kustomize'] as const].find(
  ([name]) => spawnSync(name, ['version']).error === undefined,
)

/** ConfigMaps without the digest that kustomize appends to their names, in one order. */
const comparable = (manifests: readonly Manifest[]): readonly JsonObject[] => {
  const text = JSON.stringify(manifests).replaceAll(/"name":"(everyone|kafka)-[a-z0-9]{10}"/g, '"name":"$1"')
  const order = ({ kind, metadata }: Manifest): string => `${kind} ${metadata.name}`
  return (JSON.parse(text) as Manifest[]).toSorted((one, other) => (order(one) < order(other) ? -1 : 1))
}

if (!tool) process.stderr.write('skipped: overlays as kustomize builds them. Neither kustomize nor kubectl is installed.\n')

describe('an overlay', () => {
  const compare = tool ? it : it.skip
  compare.each(overlays)('%s is built as kustomize builds it', (folder) => {
    const [name = '', verb = ''] = tool ?? []
    const { stdout, stderr } = spawnSync(name, [verb, join(root, folder)], { encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(comparable(built(folder))).toEqual(comparable(documentsIn(stdout) as Manifest[]))
  })

  it.each(overlays)('%s leaves no place unknown', (folder) =>
    expect(JSON.stringify(built(folder))).not.toMatch(/192\.0\.2\.|\.invalid|"unknown"/),
  )
})

describe('a patch', () => {
  const pod = { containers: [{ name: 'service', args: ['a'], env: [{ name: 'A', value: '1' }] }] }

  it('is merged by what names an element, new elements first', () =>
    expect(
      merged(pod, {
        containers: [
          {
            name: 'service',
            args: ['b'],
            env: [
              { name: 'B', value: '2' },
              { name: 'A', value: '3' },
            ],
          },
        ],
      }),
    ).toEqual({
      containers: [
        {
          name: 'service',
          args: ['b'],
          env: [
            { name: 'B', value: '2' },
            { name: 'A', value: '3' },
          ],
        },
      ],
    }))

  it('of a list that is not known is refused', () =>
    expect(() => merged({ tolerations: [{}] }, { tolerations: [{}] })).toThrow('how kustomize merges "tolerations" is not known here'))

  it('replaces only what is there', () => {
    expect(replacedAt(pod, ['containers', '0', 'args', '0'], 'c')).toEqual({ containers: [{ ...pod.containers[0], args: ['c'] }] })
    expect(() => replacedAt(pod, ['containers', '1', 'name'], 'x')).toThrow('there is no "1" to replace')
  })
})
