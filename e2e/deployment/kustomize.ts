import { join } from 'node:path'
import { type Kustomization, kustomizationIn, type Target } from './kustomization.js'
import { documentsAt, documentsIn, isObject, type Json, type JsonObject, type Manifest, textAt } from './manifest.js'
import { merged, replacedAt } from './merge-patch.js'

const localConfig = 'config.kubernetes.io/local-config'

/** What an overlay gives to the cluster, but that ConfigMaps have no digest in their names. kustomize.spec.ts compares it with kustomize. */
export const built = (folder: string): readonly Manifest[] =>
  gathered(folder, []).filter(({ metadata: { annotations } }) => !(isObject(annotations) && localConfig in annotations))

const gathered = (folder: string, above: readonly Manifest[]): readonly Manifest[] => {
  const wanted = kustomizationIn(folder)
  const resources = wanted.resources.flatMap((path) => resourceAt(join(folder, path)))
  const made = wanted.configMapGenerator.reduce((all, generator) => generated(folder, all, generator), [...above, ...resources])
  const composed = wanted.components.reduce<readonly Manifest[]>((all, path) => gathered(join(folder, path), all), made)
  return transformed(folder, composed, wanted)
}

const resourceAt = (path: string): readonly Manifest[] => (path.endsWith('.yaml') ? (documentsAt(path) as Manifest[]) : gathered(path, []))

const generated = (folder: string, all: readonly Manifest[], generator: Kustomization['configMapGenerator'][number]): Manifest[] => {
  const lines = [...generator.literals, ...generator.envs.flatMap((file) => textAt(join(folder, file)).split('\n'))]
  const data = Object.fromEntries(
    lines.filter((line) => /^[^#]/.test(line)).map((line) => /^([^=]+)=(.*)$/s.exec(line)?.slice(1) ?? [line, '']),
  )
  const isIt = ({ kind, metadata }: Manifest): boolean => kind === 'ConfigMap' && metadata.name === generator.name
  if (generator.behavior === 'merge') {
    if (!all.some(isIt)) throw new TypeError(`there is no ConfigMap ${generator.name} to merge with`)
    return all.map((one) => (isIt(one) ? { ...one, data: { ...(one['data'] as JsonObject), ...data } } : one))
  }
  const { annotations } = generator.options
  const metadata = { name: generator.name, ...(Object.keys(annotations).length > 0 && { annotations }) }
  return [...all, { apiVersion: 'v1', kind: 'ConfigMap', metadata, data }]
}

const transformed = (folder: string, all: readonly Manifest[], wanted: Kustomization): readonly Manifest[] => {
  const patched = wanted.patches.reduce((now, { target, path, patch = '' }) => {
    const [change] = path === undefined ? documentsIn(patch) : documentsAt(join(folder, path))
    return changed(now, target, (one) => patchedBy(one, change))
  }, all)
  const placed = patched.map((one) => inNamespace(one, wanted.namespace))
  const counted = wanted.replicas.reduce<readonly Manifest[]>(
    (now, { name, count }) => changed(now, { kind: 'Deployment', name }, (one) => merged(one, { spec: { replicas: count } }) as Manifest),
    placed,
  )
  const imaged = counted.map((one) => withImages(one, wanted.images) as Manifest)
  return wanted.replacements.reduce(replacedFrom, imaged)
}

const changed = (all: readonly Manifest[], target: Target, change: (one: Manifest) => Manifest): readonly Manifest[] => {
  if (!all.some((one) => isMeant(one, target))) throw new TypeError(`nothing is ${JSON.stringify(target)}`)
  return all.map((one) => (isMeant(one, target) ? change(one) : one))
}

const isMeant = ({ kind, metadata }: Manifest, { kind: wanted, name = metadata.name, labelSelector }: Target): boolean =>
  kind === wanted && metadata.name === name && (labelSelector === undefined || isLabelled(metadata['labels'], labelSelector))

const isLabelled = (labels: Json | undefined, selector: string): boolean => {
  const [label = '', value] = selector.split('=')
  return isObject(labels) && labels[label] === value
}

/** A patch that is a list is a JSON patch (RFC 6902), else it is merged. */
const patchedBy = (one: Manifest, patch: Json | undefined): Manifest => {
  if (!Array.isArray(patch)) {
    const { metadata: { name: _, ...metadata } = {}, ...rest } = patch as Partial<Manifest>
    return merged(one, { ...rest, metadata }) as Manifest
  }
  return patch.reduce((now, { op, path, value }: { op: string; path: string; value: Json }) => {
    if (op !== 'replace') throw new TypeError(`"${op}" of a JSON patch is not known here`)
    return replacedAt(now, path.slice(1).split('/'), value) as Manifest
  }, one)
}

const inNamespace = (one: Manifest, namespace: string | undefined): Manifest =>
  namespace === undefined || one.kind === 'Namespace' ? one : { ...one, metadata: { ...one.metadata, namespace } }

const withImages = (value: Json, images: Kustomization['images']): Json => {
  if (Array.isArray(value)) return value.map((one: Json) => withImages(one, images))
  if (!isObject(value)) return value
  const fields = Object.entries(value).map(([field, inside]) => {
    const image = field === 'image' ? images.find(({ name }) => name === inside) : undefined
    return [field, image ? `${image.newName}:${image.newTag}` : withImages(inside, images)] as const
  })
  return Object.fromEntries(fields)
}

const replacedFrom = (all: readonly Manifest[], { source, targets }: Kustomization['replacements'][number]): readonly Manifest[] => {
  const from = all.find(({ kind, metadata }) => kind === source.kind && metadata.name === source.name)
  const value = (from?.['data'] as JsonObject | undefined)?.[source.fieldPath.slice('data.'.length)]
  if (value === undefined) throw new TypeError(`${source.name} does not say ${source.fieldPath}`)
  return targets.reduce(
    (now, { select, fieldPaths }) =>
      changed(now, select, (one) => fieldPaths.reduce((each, path) => replacedAt(each, stepsOf(path), value) as Manifest, one)),
    all,
  )
}

/** A dot within a name is escaped. */
const stepsOf = (path: string): readonly string[] => path.split(/(?<!\\)\./).map((step) => step.replaceAll('\\.', '.'))
