import type { LabelSelector } from 'kubernetes-types/meta/v1.js'
import type { NetworkPolicy, NetworkPolicyPeer } from 'kubernetes-types/networking/v1.js'
import type { Manifest } from './manifest.js'
import { ofKind, type Pod, podsIn } from './pods.js'

type Labels = Pod['labels']

/** An empty selector means everybody, one that is not there nobody. */
const selects = (selector: LabelSelector | undefined, labels: Labels): boolean =>
  selector !== undefined &&
  Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value) &&
  (selector.matchExpressions ?? []).every(({ key, operator, values = [] }) => {
    if (operator === 'Exists') return key in labels
    if (operator === 'In') return values.includes(labels[key] ?? '')
    throw new TypeError(`a selector's operator ${operator} is not known here`)
  })

/** Whom a peer means: pods by their names, a place outside by its addresses, another namespace by its name. */
const named = (pods: readonly Pod[], { ipBlock, namespaceSelector, podSelector }: NetworkPolicyPeer): readonly string[] => {
  if (ipBlock) return [ipBlock.cidr]
  if (!namespaceSelector) return pods.filter(({ labels }) => selects(podSelector, labels)).map(({ name }) => name)
  const namespace = namespaceSelector.matchLabels?.['kubernetes.io/metadata.name'] ?? 'any namespace'
  return [[namespace, ...Object.values(podSelector?.matchLabels ?? {})].join(' ')]
}

interface Ways {
  /** `who:port`, for ever port. */
  readonly reaches: readonly string[]
  readonly isReachedBy: readonly string[]
}

const policiesOf = (manifests: readonly Manifest[], { labels }: Pod, way: string): readonly NetworkPolicy['spec'][] =>
  ofKind(manifests, 'NetworkPolicy')
    .map(({ spec }) => spec)
    .filter((spec) => spec?.policyTypes?.includes(way) && selects(spec.podSelector, labels))

/** Whom a pod may reach, and who may reach it, as the policies together say. Without a policy for a way it is everybody. */
export const waysOf = (manifests: readonly Manifest[], name: string): Ways => {
  const pods = podsIn(manifests)
  const pod = pods.find((one) => one.name === name)
  if (!pod) throw new TypeError(`there is no ${name}`)
  const told = (peers: readonly NetworkPolicyPeer[] | undefined, ports: readonly { readonly port?: number | string }[] | undefined) =>
    (peers ?? [{ ipBlock: { cidr: 'anywhere' } }]).flatMap((peer) =>
      named(pods, peer).flatMap((whom) => (ports ?? [{ port: 'any' }]).map(({ port }) => `${whom}:${port}`)),
    )
  const [out, into] = [policiesOf(manifests, pod, 'Egress'), policiesOf(manifests, pod, 'Ingress')]
  const all = ['anywhere:any']
  return {
    reaches: out.length === 0 ? all : sorted(out.flatMap((spec) => (spec?.egress ?? []).flatMap(({ to, ports }) => told(to, ports)))),
    isReachedBy:
      into.length === 0 ? all : sorted(into.flatMap((spec) => (spec?.ingress ?? []).flatMap(({ from, ports }) => told(from, ports)))),
  }
}

const sorted = (names: readonly string[]): readonly string[] => [...new Set(names)].toSorted()
