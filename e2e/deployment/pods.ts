import type { Deployment } from 'kubernetes-types/apps/v1.js'
import type { Job } from 'kubernetes-types/batch/v1.js'
import type { HorizontalPodAutoscaler } from 'kubernetes-types/autoscaling/v2.js'
import type { ConfigMap, Container, PodSpec, Secret, Volume } from 'kubernetes-types/core/v1.js'
import type { Ingress, NetworkPolicy } from 'kubernetes-types/networking/v1.js'
import type { PodDisruptionBudget } from 'kubernetes-types/policy/v1.js'
import type { Manifest } from './manifest.js'

interface Kinds {
  readonly ConfigMap: ConfigMap
  readonly Deployment: Deployment
  readonly HorizontalPodAutoscaler: HorizontalPodAutoscaler
  readonly Ingress: Ingress
  readonly Job: Job
  readonly NetworkPolicy: NetworkPolicy
  readonly PodDisruptionBudget: PodDisruptionBudget
  readonly Secret: Secret
}

/** What a Deployment or a Job runs. */
export interface Pod {
  readonly name: string
  readonly labels: Readonly<Record<string, string>>
  readonly spec: PodSpec
}

/** A manifest says itself which type is its own; that it fits that type, `misfits` finds out with the compiler. */
export const ofKind = <Kind extends keyof Kinds>(manifests: readonly Manifest[], kind: Kind): readonly Kinds[Kind][] =>
  manifests.filter((one) => one.kind === kind) as unknown as readonly Kinds[Kind][]

export const podsIn = (manifests: readonly Manifest[]): readonly Pod[] =>
  [...ofKind(manifests, 'Deployment'), ...ofKind(manifests, 'Job')].map(({ metadata, spec }) => ({
    name: metadata?.name ?? '',
    labels: spec?.template.metadata?.labels ?? {},
    spec: spec?.template.spec ?? { containers: [] },
  }))

export const containersIn = ({ spec }: Pod): readonly Container[] => [...(spec.initContainers ?? []), ...spec.containers]

/** What a container is told. A value that is not in the files at all is undefined. */
export const environmentOf = (
  manifests: readonly Manifest[],
  { envFrom = [], env = [] }: Container,
): Record<string, string | undefined> => {
  const maps = ofKind(manifests, 'ConfigMap')
  const told = envFrom.map(({ configMapRef }) => maps.find(({ metadata }) => metadata?.name === configMapRef?.name)?.data ?? {})
  return Object.assign({}, ...told, Object.fromEntries(env.map(({ name, value }) => [name, value])))
}

/** A key of a secret, and the file as which a container finds it. */
export interface SecretFile {
  readonly secret: string
  readonly key: string
  readonly path: string
}

export const secretFilesOf = ({ spec }: Pod, { volumeMounts = [] }: Container): readonly SecretFile[] =>
  volumeMounts.flatMap(({ name, mountPath }) => {
    const volume = spec.volumes?.find((one) => one.name === name)
    return volume ? keysOf(volume).map(({ path, ...key }) => ({ ...key, path: `${mountPath}/${path}` })) : []
  })

const keysOf = ({ secret, projected }: Volume): readonly SecretFile[] => {
  const projectedOnes = projected?.sources?.map(({ secret: one }) => ({ name: one?.name ?? '', items: one?.items ?? [] })) ?? []
  const sources = [...(secret ? [{ name: secret.secretName ?? '', items: secret.items ?? [] }] : []), ...projectedOnes]
  return sources.flatMap(({ name, items }) => items.map(({ key, path }) => ({ secret: name, key, path })))
}
