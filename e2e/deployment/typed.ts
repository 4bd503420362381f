import { complaintsAbout, type Overlay } from '../docs/snippets.js'
import type { Manifest } from './manifest.js'

/** What does not fit the API's own description of its kinds, a field that it does not know among it. */
export const misfits = (manifests: readonly Manifest[]): readonly string[] =>
  complaintsAbout(new Map(manifests.map(asTyped)) satisfies Overlay)

const asTyped = (manifest: Manifest): readonly [path: string, text: string] => {
  const { apiVersion, kind, metadata } = manifest
  const type = `import type { ${kind} } from 'kubernetes-types/${moduleOf(apiVersion)}.js'`
  return [`${kind}/${metadata.name}.ts`, `${type}\nexport const manifest: ${kind} = ${JSON.stringify(manifest)}\n`]
}

/** `v1` is core/v1, `networking.k8s.io/v1` is networking/v1. */
const moduleOf = (apiVersion: string): string => {
  const [version = '', group = 'core'] = apiVersion.split('/').toReversed()
  return `${group.split('.')[0]}/${version}`
}
