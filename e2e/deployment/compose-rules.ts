import { authoritiesFolder } from './authorities.js'
import type { Compose, ComposeService } from './compose.js'

type Rules = Readonly<Record<string, (service: ComposeService) => boolean>>

const isJob = ({ restart }: ComposeService): boolean => restart === 'no'
const isProgram = ({ image = '' }: ComposeService): boolean => /(^|\/)concord:/.test(image)
const checks = ({ healthcheck }: ComposeService): boolean => healthcheck !== undefined && 'test' in healthcheck

const ofAll: Rules = {
  'may run as root': ({ user = '' }) => /^[1-9]\d*:[1-9]\d*$/.test(user),
  'has capabilities': ({ cap_drop: dropped }) => dropped.join() === 'ALL',
  'may become more than it is': ({ security_opt: options }) => options.includes('no-new-privileges:true'),
  'has no limits': ({ deploy }) => deploy !== undefined,
  'is of no one version': ({ image = '' }) => /:\d+\.\d+/.test(image),
  'fills the disk with its log': ({ logging }) => logging?.options['max-size'] !== undefined,
  'does not say whether it comes back': ({ restart }) => restart !== undefined,
  'reaches everybody': ({ networks }) => networks.length > 0,
}

/** What stands in our image, which tells by itself whether it is well. */
const ofPrograms: Rules = {
  'may write to its image': ({ read_only: readOnly, tmpfs, volumes }) =>
    readOnly && tmpfs.length === 0 && volumes.every((volume) => volume.endsWith(':ro')),
  'cannot be told of an authority': ({ volumes }) => volumes.includes(`./authorities:${authoritiesFolder}:ro`),
  'is asked whether it is well though it ends': (service) => isJob(service) === (service.healthcheck !== undefined),
  'takes part in other ways than by what it is told': ({ ports }) => ports.length === 0,
}

/** Their files say why. */
const isWriter = ({ image = '' }: ComposeService): boolean => /^(apache\/kafka|kurrentplatform\/kurrentdb):/.test(image)

const ofServers: Rules = {
  'may write to its image': (service) => service.read_only || isWriter(service),
  'does not tell whether it is well': checks,
}

const broken = (name: string, service: ComposeService, rules: Rules): readonly string[] =>
  Object.entries(rules).flatMap(([what, holds]) => (holds(service) ? [] : [`${name} ${what}`]))

/** Whatever of a composition breaks a rule. */
export const composeComplaints = (composition: Compose): readonly string[] => [
  ...Object.entries(composition.services).flatMap(([name, service]) => [
    ...broken(name, service, ofAll),
    ...broken(name, service, isProgram(service) ? ofPrograms : ofServers),
    ...waitsInVain(composition, name, service),
  ]),
  ...undeclared(composition),
]

/** A job completes, a service gets well. */
const waitsInVain = ({ services }: Compose, name: string, { depends_on: awaited }: ComposeService): readonly string[] =>
  Object.entries(awaited).flatMap(([other, { condition }]) => {
    const one = services[other]
    const comes = one && (condition === 'service_completed_successfully') === isJob(one)
    return comes ? [] : [`${name} waits for ${other} in vain`]
  })

const undeclared = ({ services, networks, volumes, secrets }: Compose): readonly string[] => {
  const all = Object.values(services)
  const named = (of: (service: ComposeService) => readonly string[]): string[] => [...new Set(all.flatMap(of))].toSorted()
  const told = (what: string, used: readonly string[], declared: object): readonly string[] => {
    const known = Object.keys(declared)
    return [...used.filter((one) => !known.includes(one)), ...known.filter((one) => !used.includes(one))].map((one) => `${what} ${one}`)
  }
  const mounted = named((service) => service.volumes.map((volume) => volume.split(':')[0] ?? '')).filter((one) => !one.startsWith('.'))
  return [
    ...told(
      'network',
      named((service) => service.networks),
      networks,
    ),
    ...told(
      'secret',
      named((service) => service.secrets.map(({ source }) => source)),
      secrets,
    ),
    ...told('volume', mounted, volumes),
  ]
}

/** Pairs that can reach each other: they share a network. */
export const neighboursOf = ({ services }: Compose, name: string): readonly string[] =>
  Object.entries(services)
    .filter(([other, { networks }]) => other !== name && networks.some((network) => services[name]?.networks.includes(network)))
    .map(([other]) => other)
    .toSorted()
