import type { Deployment } from 'kubernetes-types/apps/v1.js'
import type { Container, Probe, TopologySpreadConstraint, Volume, VolumeMount } from 'kubernetes-types/core/v1.js'
import { authoritiesFolder } from './authorities.js'
import type { Manifest } from './manifest.js'
import { containersIn, ofKind, type Pod, podsIn } from './pods.js'

/** Rules by what they ask for; each is true of what keeps it. */
type Rules<Kind> = Readonly<Record<string, (one: Kind) => boolean>>

const ofPods: Rules<Pod> = {
  'gets a token of the cluster': ({ spec }) => spec.automountServiceAccountToken === false && spec.serviceAccountName !== undefined,
  'is told of every service': ({ spec }) => spec.enableServiceLinks === false,
  'may run as root': ({ spec: { securityContext } }) =>
    securityContext?.runAsNonRoot === true && (securityContext.runAsUser ?? 0) > 0 && (securityContext.runAsGroup ?? 0) > 0,
  'may make every system call': ({ spec }) => spec.securityContext?.seccompProfile?.type === 'RuntimeDefault',
  "reaches into its node's own affairs": ({ spec: { hostNetwork, hostPID, hostIPC, volumes = [] } }) =>
    !hostNetwork && !hostPID && !hostIPC && volumes.every(({ hostPath }) => hostPath === undefined),
  'cannot be told of an authority': (pod) => {
    const isGiven = ({ name, configMap }: Volume): boolean =>
      name === 'authorities' && configMap?.name === 'authorities' && configMap.optional === true
    const isShown = ({ name, mountPath }: VolumeMount): boolean => name === 'authorities' && mountPath === authoritiesFolder
    return pod.spec.volumes?.some(isGiven) === true && containersIn(pod).every(({ volumeMounts }) => volumeMounts?.some(isShown))
  },
  'leaves its secrets to every account': ({ spec: { volumes = [] } }) =>
    volumes.every(({ secret, projected }) => [secret, projected].every((one) => one === undefined || one.defaultMode === 0o440)),
}

const ofContainers: Rules<Container> = {
  'may write to its image': ({ securityContext }) => securityContext?.readOnlyRootFilesystem === true,
  'may become more than it is': ({ securityContext }) =>
    securityContext?.allowPrivilegeEscalation === false && securityContext.privileged !== true && securityContext.runAsUser === undefined,
  'has capabilities': ({ securityContext }) =>
    securityContext?.capabilities?.drop?.join() === 'ALL' && securityContext.capabilities.add === undefined,
  'has no limits': ({ resources }) => [resources?.limits, resources?.requests].every((one) => one?.['cpu'] && one['memory']),
  'is of no one version': ({ image = '' }) => /:\d+\.\d+\.\d+|@sha256:/.test(image),
  'reads its environment from where nobody sees it': ({ env = [] }) => env.every(({ valueFrom }) => valueFrom === undefined),
}

const asks = (probe: Probe | undefined, path: string): boolean => probe?.httpGet?.path === path && probe.httpGet.port === 'http'

const ofServices: Rules<Container> = {
  'does not tell when it has started': ({ startupProbe }) => asks(startupProbe, '/health/live'),
  'does not tell whether it lives': ({ livenessProbe }) => asks(livenessProbe, '/health/live'),
  'does not tell whether it is ready': ({ readinessProbe }) => asks(readinessProbe, '/health/ready'),
  'is stopped while it is still asked': ({ lifecycle }) => lifecycle?.preStop !== undefined,
}

const spreadsOf = (spec: Deployment['spec']): readonly TopologySpreadConstraint[] => spec?.template.spec?.topologySpreadConstraints ?? []

const ofDeployments = (manifests: readonly Manifest[]): Rules<Deployment> => ({
  'goes before the new one is ready': ({ spec }) =>
    spec?.strategy?.rollingUpdate?.maxUnavailable === 0 && spec.strategy.rollingUpdate.maxSurge === 1,
  'may lose all replicas to a drain': ({ metadata }) =>
    ofKind(manifests, 'PodDisruptionBudget').some(
      ({ spec }) => spec?.maxUnavailable === 1 && spec.selector?.matchLabels?.['app.kubernetes.io/name'] === metadata?.name,
    ),
  'crowds its replicas on one node': ({ spec }) =>
    ['topology.kubernetes.io/zone', 'kubernetes.io/hostname'].every((key) =>
      spreadsOf(spec).some(({ topologyKey }) => topologyKey === key),
    ),
  'waits for a zone that is gone': ({ spec }) => spreadsOf(spec).every(({ nodeTaintsPolicy }) => nodeTaintsPolicy === 'Honor'),
  'is spread around those that it replaces': ({ spec }) =>
    spreadsOf(spec).every(({ matchLabelKeys = [] }) => matchLabelKeys.includes('pod-template-hash')),
  'has no time to finish': ({ spec }) => (spec?.template.spec?.terminationGracePeriodSeconds ?? 0) >= 30,
})

const broken = <Kind>(who: string, one: Kind, rules: Rules<Kind>): readonly string[] =>
  Object.entries(rules).flatMap(([what, holds]) => (holds(one) ? [] : [`${who} ${what}`]))

/** Whatever of our pods breaks a rule. */
export const podComplaints = (manifests: readonly Manifest[]): readonly string[] => [
  ...podsIn(manifests).flatMap((pod) => [
    ...broken(pod.name, pod, ofPods),
    ...containersIn(pod).flatMap((container) => broken(`${pod.name}/${container.name}`, container, ofContainers)),
  ]),
  ...ofKind(manifests, 'Deployment').flatMap((deployment) => [
    ...broken(deployment.metadata?.name ?? '', deployment, ofDeployments(manifests)),
    ...(deployment.spec?.template.spec?.containers ?? []).flatMap((container) =>
      broken(`${deployment.metadata?.name}/${container.name}`, container, ofServices),
    ),
  ]),
]
